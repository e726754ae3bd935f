package io.medianest.desktop.download;

import io.medianest.desktop.api.DownloadFilter.Scope;
import io.medianest.desktop.shell.Navigator;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.Banner;
import io.medianest.desktop.ui.EmptyPane;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.SegmentedFilter;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.Styles;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.desktop.ui.View;
import io.medianest.model.download.DownloadQueueState;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The downloads: the field for a link on top, below it the queue and what has ended. A link can be pasted or dropped
/// anywhere.
public final class DownloadsView implements View {
    private static final double ROW_HEIGHT = 74;

    private final DownloadsViewModel model;
    private final NewDownloadViewModel wish;
    private final ToolsViewModel tools;
    private final Texts texts;
    private final PictureStore pictures;
    private final Navigator navigator;
    private final DownloadActionsViewModel.Desk desk;

    /// What the screen decides with.
    public record Models(DownloadsViewModel downloads, NewDownloadViewModel wish, ToolsViewModel tools) {}

    public DownloadsView(
            Models models,
            Texts texts,
            PictureStore pictures,
            Navigator navigator,
            DownloadActionsViewModel.Desk desk) {
        this.model = models.downloads();
        this.wish = models.wish();
        this.tools = models.tools();
        this.texts = texts;
        this.pictures = pictures;
        this.navigator = navigator;
        this.desk = desk;
    }

    @Override
    public Parent create() {
        var field = new NewDownloadView(texts, pictures, wish, model::lookAt);
        var list = new DownloadListView(texts, pictures, model, model.actions(desk));
        var empty = new EmptyPane(
                MaterialDesignT.TRAY_ARROW_DOWN, texts.get("download.empty"), texts.get("download.empty.next"));
        var body = new ScreenPane<>(
                texts,
                model.screenProperty(),
                new ScreenPane.Parts<>(
                        Skeleton.rows(texts, 5, ROW_HEIGHT), empty, list, list::showLines, model::refresh));
        VBox.setVgrow(body, Priority.ALWAYS);
        var upper = new VBox(new ToolsView(texts, tools, desk), held(), field);
        upper.getStyleClass().add("download-upper");
        var page = new VBox(head(), upper, body);
        page.getStyleClass().addAll("page", "download-page");
        var whole = new StackPane(page);
        Styles.of("download", whole);
        new DropView(texts, field).cover(whole);
        model.start();
        tools.start();
        return whole;
    }

    @Override
    public void shown() {
        if (navigator.currentProperty().get() instanceof Route.Downloads(String id) && id != null) {
            model.lookAt(id);
        }
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void closed() {
        model.close();
        wish.close();
        tools.close();
    }

    private Node head() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var state = Labels.secondary("");
        state.setId("download-queue");
        state.setMinWidth(Region.USE_PREF_SIZE);
        state.textProperty()
                .bind(model.queue().stateProperty().map(this::queueWords).orElse(""));
        var scope = new SegmentedFilter<>(
                "download-scope",
                model.queryProperty().get().scope(),
                List.of(Scope.values()),
                value -> texts.get("download.scope." + value));
        scope.valueProperty().subscribe(model::show);
        model.queryProperty().subscribe(query -> scope.valueProperty().set(query.scope()));
        scope.visibleProperty().bind(model.decidesProperty());
        scope.managedProperty().bind(scope.visibleProperty());
        var head = new HBox(Labels.title(texts.get("download.title")), space, state, scope);
        head.getStyleClass().add("page-head");
        return head;
    }

    private String queueWords(@Nullable DownloadQueueState queue) {
        if (queue == null) {
            return "";
        }
        Long free = queue.freeBytes();
        return DownloadWords.joined(
                free == null ? null : texts.get("download.queue.free", new DownloadAmounts(texts).bytes(free)),
                texts.get("download.queue.running", queue.running(), queue.concurrency()));
    }

    /// Says why nothing is begun, while that is so.
    private Node held() {
        var place = new StackPane();
        place.managedProperty().bind(place.visibleProperty());
        model.queue()
                .stateProperty()
                .map(queue -> queue == null ? null : queue.heldBecause())
                .subscribe(why -> {
                    place.setVisible(why != null);
                    place.getChildren().clear();
                    if (why != null) {
                        place.getChildren()
                                .add(new Banner("download-held", Tone.WAITING, texts.get("download.queue.held"), why));
                    }
                });
        return place;
    }
}
