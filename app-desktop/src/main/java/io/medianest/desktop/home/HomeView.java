package io.medianest.desktop.home;

import io.medianest.desktop.search.CatalogueWay;
import io.medianest.desktop.search.NoTitlesView;
import io.medianest.desktop.shell.Navigator;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.EmptyPane;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PageScroll;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.PosterRow;
import io.medianest.desktop.ui.Screen;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.Styles;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.View;
import io.medianest.model.dashboard.DashboardStats;
import io.medianest.model.download.Download;
import io.medianest.model.media.TitleKey;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The first page: counters, what people watch, my open requests, the lights of the services. Every card leads on.
public final class HomeView implements View {
    private static final double POSTER_WIDTH = 136;
    private static final double POSTER_ROW = 262;
    private static final double ROW = 62;
    private static final double LIGHT = 22;
    /// Of the lower half: what the services and the news need to say their sentences whole.
    private static final double SERVICES_SHARE = 0.43;

    private final HomeViewModel model;
    private final Texts texts;
    private final PictureStore pictures;
    private final Navigator navigator;
    private final CatalogueWay way;
    private final Label greeting = Labels.title("");

    public HomeView(HomeViewModel model, Texts texts, PictureStore pictures, Navigator navigator, CatalogueWay way) {
        this.model = model;
        this.texts = texts;
        this.pictures = pictures;
        this.navigator = navigator;
        this.way = way;
    }

    @Override
    public Parent create() {
        var counters = new CountersView(model, texts, navigator);
        Node requests = requests();
        // Ends where the services beside it do.
        VBox.setVgrow(requests, Priority.ALWAYS);
        var left = new VBox(requests, downloads());
        left.getStyleClass().add("home-left");
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        Region services = services();
        var lower = new HBox(left, services);
        services.prefWidthProperty().bind(lower.widthProperty().multiply(SERVICES_SHARE));
        lower.getStyleClass().add("home-lower");
        var content = new VBox(greeting, counters, posters(), lower);
        content.getStyleClass().add("home-content");
        var page = new PageScroll("home-scroll", content).withoutTabStop();
        Styles.of("home", page);
        model.start();
        return page;
    }

    @Override
    public void shown() {
        greeting.setText(texts.get("home.greeting." + model.dayPart()));
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void closed() {
        model.close();
    }

    /// What is new in the library; what people watch elsewhere, where there is none.
    private Node posters() {
        var newest = new VBox(
                head("newest", () -> navigator.go(new Route.Library(null))),
                new NewTitlesView(model.newest(), texts, pictures, navigator, POSTER_WIDTH));
        newest.getStyleClass().add("home-part");
        Node trending = trending();
        var both = new StackPane(newest, trending);
        model.newest().screenProperty().subscribe(screen -> {
            boolean none = screen instanceof Screen.Empty || screen instanceof Screen.Failed;
            show(newest, !none);
            show(trending, none);
        });
        return both;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private Node downloads() {
        var rows = new RunningDownloadsView(texts, pictures, id -> navigator.go(new Route.Downloads(id)));
        Region card = card("downloads", () -> navigator.go(new Route.Downloads(null)), rows);
        model.downloads().screenProperty().subscribe(screen -> {
            if (screen instanceof Screen.Content<List<Download>>(List<Download> running, var _)) {
                rows.show(running);
                show(card, !running.isEmpty());
            } else {
                show(card, false);
            }
        });
        return card;
    }

    private Node activity() {
        var lines = new ActivityView(texts, navigator);
        var part = new VBox(Labels.section(texts.get("home.activity")), lines);
        part.getStyleClass().add("home-activity-part");
        show(part, false);
        model.glance().screenProperty().subscribe(screen -> {
            if (screen instanceof Screen.Content<DashboardStats>(DashboardStats stats, var _)) {
                lines.show(stats.recentActivity());
                show(part, !stats.recentActivity().isEmpty());
            }
        });
        return part;
    }

    private Node trending() {
        var row = new PosterRow<TitleKey>("home-trending", texts, pictures, POSTER_WIDTH);
        row.setOnOpen(poster -> navigator.go(new Route.Details(poster.key())));
        row.setOnRequest(model.trending()::request);
        var nothing = new EmptyPane(
                MaterialDesignM.MOVIE_SEARCH_OUTLINE,
                texts.get("home.trending.empty"),
                texts.get("home.trending.empty.next"));
        var empty = new NoTitlesView(
                texts, way, nothing, model.trending().withoutCatalogueProperty(), texts.get("home.trending.unset"));
        var pane = new ScreenPane<>(
                texts,
                model.trending().screenProperty(),
                new ScreenPane.Parts<>(
                        Skeleton.posters(texts, POSTER_WIDTH, POSTER_ROW),
                        empty,
                        row,
                        row::show,
                        model.trending()::refresh));
        var part = new VBox(head("trending", () -> navigator.go(new Route.Search())), pane);
        part.getStyleClass().add("home-part");
        return part;
    }

    private Node requests() {
        var rows = new OpenRequestsView(texts, pictures, id -> navigator.go(new Route.Requests(id)));
        var pane = new ScreenPane<>(
                texts,
                model.requests().screenProperty(),
                new ScreenPane.Parts<>(
                        Skeleton.rows(texts, 3, ROW),
                        new Region(),
                        rows,
                        open -> rows.show(open.newest()),
                        model.requests()::refresh));
        var none = new EmptyPane(
                MaterialDesignP.PLAYLIST_PLUS,
                texts.get("home.requests.empty"),
                texts.get("home.requests.empty.next"),
                Buttons.primary(
                        "home-search", texts.get("home.requests.search"), () -> navigator.go(new Route.Search())));
        var middle = new StackPane(none);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.visibleProperty().bind(rows.emptyProperty());
        middle.managedProperty().bind(middle.visibleProperty());
        return card("requests", () -> navigator.go(new Route.Requests(null)), pane, middle);
    }

    private Region services() {
        var lights = new ServiceLightsView(texts, () -> navigator.go(new Route.Status()));
        var empty = new EmptyPane(
                MaterialDesignP.PULSE, texts.get("home.services.empty"), texts.get("home.services.empty.next"));
        var pane = new ScreenPane<>(
                texts,
                model.services().screenProperty(),
                new ScreenPane.Parts<>(
                        Skeleton.rows(texts, 5, LIGHT), empty, lights, lights::show, model.services()::refresh));
        Region card = card("services", () -> navigator.go(new Route.Status()), pane, activity());
        card.getStyleClass().add("home-services");
        return card;
    }

    private Region card(String name, Runnable onAll, Node... parts) {
        var card = new VBox(head(name, onAll));
        card.getChildren().addAll(parts);
        card.getStyleClass().addAll("card", "home-card");
        card.setMinWidth(0);
        return card;
    }

    private Node head(String name, Runnable onAll) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button all = Buttons.quiet("home-" + name + "-all", texts.get("home." + name + ".all"), onAll);
        var head = new HBox(Labels.section(texts.get("home." + name)), space, all);
        head.getStyleClass().add("home-head");
        return head;
    }
}
