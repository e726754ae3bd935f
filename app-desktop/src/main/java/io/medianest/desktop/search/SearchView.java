package io.medianest.desktop.search;

import io.medianest.desktop.search.SearchViewModel.Kind;
import io.medianest.desktop.search.SearchViewModel.Results;
import io.medianest.desktop.shell.Navigator;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.EmptyPane;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.PosterGrid;
import io.medianest.desktop.ui.Screen;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.SegmentedFilter;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.View;
import io.medianest.model.media.TitleKey;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// The grid of what was found.
public final class SearchView implements View {
    private final SearchViewModel model;
    private final Texts texts;
    private final PictureStore pictures;
    private final Navigator navigator;
    private final CatalogueWay way;
    private final Label title = Labels.title("");
    private final Label count = Labels.secondary("");

    public SearchView(
            SearchViewModel model, Texts texts, PictureStore pictures, Navigator navigator, CatalogueWay way) {
        this.model = model;
        this.texts = texts;
        this.pictures = pictures;
        this.navigator = navigator;
        this.way = way;
    }

    @Override
    public Parent create() {
        PosterGrid<TitleKey> grid = grid();
        var body = new ScreenPane<>(
                texts,
                model.screenProperty(),
                new ScreenPane.Parts<>(
                        Skeleton.posters(texts), empty(), grid, results -> showHead(results, grid), model::retry));
        VBox.setVgrow(body, Priority.ALWAYS);
        model.screenProperty().subscribe(this::headWithoutResults);
        var page = new VBox(head(), body);
        page.getStyleClass().add("page");
        return page;
    }

    @Override
    public void shown() {
        model.open();
    }

    @Override
    public void refresh() {
        model.retry();
    }

    @Override
    public void closed() {
        model.close();
    }

    private Node head() {
        count.getStyleClass().add("search-count");
        count.managedProperty().bind(count.textProperty().isNotEmpty());
        var busy = new ProgressIndicator();
        busy.getStyleClass().add("busy");
        busy.visibleProperty().bind(model.busyProperty());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var kinds = new SegmentedFilter<>(
                "search-kind", Kind.ALL, List.of(Kind.values()), kind -> texts.get("search.kind." + kind.name()));
        model.kindProperty().bindBidirectional(kinds.valueProperty());
        var head = new HBox(title, count, busy, space, kinds, missingOnly());
        head.getStyleClass().add("page-head");
        return head;
    }

    private Node empty() {
        var nothing = new EmptyPane(
                MaterialDesignM.MOVIE_SEARCH_OUTLINE, texts.get("search.empty"), texts.get("search.empty.next"));
        return new NoTitlesView(texts, way, nothing, model.withoutCatalogueProperty(), texts.get("search.unset.next"));
    }

    private Node missingOnly() {
        var toggle = new ToggleButton(texts.get("search.missingOnly"));
        toggle.setId("search-missing-only");
        toggle.getStyleClass().add("segment");
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.selectedProperty().bindBidirectional(model.missingOnlyProperty());
        return toggle;
    }

    private PosterGrid<TitleKey> grid() {
        var grid = new PosterGrid<TitleKey>("search-results", texts, pictures);
        grid.setItems(model.posters());
        grid.setOnOpen(poster -> navigator.go(new Route.Details(poster.key())));
        grid.setOnRequest(model::request);
        grid.setOnNearEnd(model::readMore);
        return grid;
    }

    private void showHead(Results results, PosterGrid<TitleKey> grid) {
        title.setText(heading(results.query()));
        count.setText(results.query().isEmpty() ? "" : texts.get("search.count", results.total()));
        grid.scrollToTop();
    }

    /// The heading must not go on speaking of what was found before.
    private void headWithoutResults(Screen<Results> screen) {
        if (screen instanceof Screen.Content) {
            return;
        }
        title.setText(heading(model.query()));
        count.setText("");
    }

    private String heading(String query) {
        return query.isEmpty() ? texts.get("search.trending") : texts.get("search.quoted", query);
    }
}
