package io.medianest.desktop.library;

import io.medianest.desktop.search.Browser;
import io.medianest.desktop.shell.Navigator;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.ChoiceBoxes;
import io.medianest.desktop.ui.EmptyPane;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.Poster;
import io.medianest.desktop.ui.PosterGrid;
import io.medianest.desktop.ui.Screen;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.SegmentedFilter;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.Styles;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.View;
import io.medianest.model.library.LibraryTitle;
import java.text.NumberFormat;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// What can be watched: the libraries of Plex as posters.
public final class LibraryView implements View {
    private final LibraryViewModel model;
    private final Texts texts;
    private final PictureStore pictures;
    private final Navigator navigator;
    private final TitleCardView card;
    private final HBox tabs = new HBox();
    private final Label count = Labels.secondary("");
    private List<Shelf> shown = List.of();

    public LibraryView(
            LibraryViewModel model, Texts texts, PictureStore pictures, Navigator navigator, Browser browser) {
        this.model = model;
        this.texts = texts;
        this.pictures = pictures;
        this.navigator = navigator;
        this.card = new TitleCardView(texts, pictures, browser);
    }

    @Override
    public Parent create() {
        var empty = new EmptyPane(
                MaterialDesignB.BOOKSHELF,
                texts.get("library.unset"),
                texts.get("library.unset.next"),
                Buttons.primary(
                        "library-settings",
                        texts.get("library.unset.settings"),
                        () -> navigator.go(new Route.Settings())));
        var body = new ScreenPane<>(
                texts,
                model.shelvesProperty().map(Screen::ageless),
                new ScreenPane.Parts<>(Skeleton.posters(texts), empty, content(), this::showTabs, model::refresh));
        VBox.setVgrow(body, Priority.ALWAYS);
        var page = new VBox(head(), body);
        page.getStyleClass().addAll("page", "library-page");
        Styles.of("library", page);
        model.start();
        return page;
    }

    @Override
    public void shown() {
        if (navigator.currentProperty().get() instanceof Route.Library(var section)) {
            model.open(section);
        }
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void closed() {
        model.close();
    }

    private Node head() {
        count.getStyleClass().add("library-count");
        model.titlesProperty().subscribe(this::showCount);
        var busy = new ProgressIndicator();
        busy.getStyleClass().add("busy");
        busy.visibleProperty().bind(model.busyProperty());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(Labels.title(texts.get("library.title")), count, busy, space, search(), scan());
        head.getStyleClass().add("page-head");
        return head;
    }

    private void showCount(Screen<Titles> screen) {
        count.setText(
                screen instanceof Screen.Content<Titles>(Titles titles, var _)
                        ? texts.get("library.count", titles.total())
                        : "");
    }

    private Node search() {
        var field = new TextField();
        field.setId("library-search");
        field.getStyleClass().add("mn-field");
        field.setPromptText(texts.get("library.search"));
        field.setAccessibleText(texts.get("library.search"));
        field.textProperty().bindBidirectional(model.queryProperty());
        return field;
    }

    private Node scan() {
        Button scan = Buttons.plain("library-scan", texts.get("library.scan"), model::scan);
        scan.setGraphic(new FontIcon(MaterialDesignR.REFRESH));
        scan.visibleProperty()
                .bind(Bindings.createBooleanBinding(this::mayScan, model.mayScanProperty(), model.shelvesProperty()));
        scan.managedProperty().bind(scan.visibleProperty());
        scan.disableProperty().bind(model.scanAskedProperty());
        return scan;
    }

    private boolean mayScan() {
        return model.mayScanProperty().getValue() && model.shelvesProperty().get() instanceof Screen.Content;
    }

    private Node content() {
        tabs.getStyleClass().add("library-tabs");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var episodes = new ToggleButton(texts.get("library.episodes"));
        episodes.setId("library-episodes");
        episodes.getStyleClass().add("segment");
        episodes.setMinWidth(Region.USE_PREF_SIZE);
        episodes.selectedProperty().bindBidirectional(model.episodesProperty());
        episodes.visibleProperty()
                .bind(model.shelfProperty()
                        .map(shelf -> Shelf.SHOWS.equals(shelf.type()))
                        .orElse(false));
        episodes.managedProperty().bind(episodes.visibleProperty());
        var choices = new HBox(which(), sort());
        choices.getStyleClass().add("library-choices");
        choices.visibleProperty()
                .bind(Bindings.createBooleanBinding(this::mayChoose, model.shelfProperty(), model.queryProperty()));
        var bar = new HBox(tabs, episodes, space, choices);
        bar.getStyleClass().addAll("page-head", "library-bar");
        Node titles = titles();
        HBox.setHgrow(titles, Priority.ALWAYS);
        var lower = new HBox(titles, card);
        lower.getStyleClass().add("library-lower");
        VBox.setVgrow(lower, Priority.ALWAYS);
        var content = new VBox(bar, lower);
        content.getStyleClass().add("library-content");
        return content;
    }

    /// What came last and what was found stand in an order of their own.
    private boolean mayChoose() {
        return !model.shelfProperty().get().isNewest()
                && model.queryProperty().get().isBlank();
    }

    private Node which() {
        return ChoiceBoxes.of(
                "library-which",
                texts.get("library.which"),
                model.whichProperty(),
                List.of(Which.values()),
                which -> texts.get("library.which." + which));
    }

    private Node sort() {
        return ChoiceBoxes.of(
                "library-sort",
                texts.get("library.sort"),
                model.sortProperty(),
                List.of(Sort.values()),
                sort -> texts.get("library.sort." + sort));
    }

    private Node titles() {
        var grid = new PosterGrid<LibraryTitle>("library-titles", texts, pictures);
        grid.setAccessibleText(texts.get("library.title"));
        grid.setItems(model.posters());
        grid.setOnOpen(this::open);
        grid.setOnInSight(model::inSight);
        model.shelfProperty().subscribe(grid::scrollToTop);
        model.sortProperty().subscribe(grid::scrollToTop);
        model.whichProperty().subscribe(grid::scrollToTop);
        var nothing = new EmptyPane(
                MaterialDesignM.MOVIE_SEARCH_OUTLINE, texts.get("library.empty"), texts.get("library.empty.next"));
        return new ScreenPane<>(
                texts,
                model.titlesProperty(),
                new ScreenPane.Parts<>(Skeleton.posters(texts), nothing, grid, _ -> {}, model::refresh));
    }

    private void open(Poster<LibraryTitle> poster) {
        LibraryPosters.pageOf(poster.key())
                .ifPresentOrElse(title -> navigator.go(new Route.Details(title)), () -> card.show(poster.key()));
    }

    private void showTabs(List<Shelf> shelves) {
        if (!shelves.equals(shown)) {
            shown = shelves;
            var filter =
                    new SegmentedFilter<>("library-shelf", model.shelfProperty().get(), shelves, this::words);
            filter.valueProperty().bindBidirectional(model.shelfProperty());
            tabs.getChildren().setAll(filter);
        }
    }

    private String words(Shelf shelf) {
        if (shelf.isNewest()) {
            return texts.get("library.newest");
        }
        return shelf.title()
                + "  "
                + NumberFormat.getIntegerInstance(texts.locale()).format(shelf.count());
    }
}
