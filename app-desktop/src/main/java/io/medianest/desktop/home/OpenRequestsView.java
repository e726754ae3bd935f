package io.medianest.desktop.home;

import io.medianest.desktop.ui.Bar;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.RequestWords;
import io.medianest.desktop.ui.RoundedPicture;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.request.MediaRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// My newest open requests with their stage. A line stays the same node while its request is shown.
final class OpenRequestsView extends VBox {
    private static final double POSTER_WIDTH = 40;
    private static final double POSTER_HEIGHT = 60;
    private static final double POSTER_RADIUS = 7;

    private static final double TILE_PADDING = 16;

    private final Texts texts;
    private final RequestWords words;
    private final PictureStore pictures;
    private final Consumer<String> onOpen;
    private final Map<String, Line> lines = new HashMap<>();
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(false);

    private record Line(TileView tile, Label standing, Bar bar) {}

    OpenRequestsView(Texts texts, PictureStore pictures, Consumer<String> onOpen) {
        super();
        this.texts = texts;
        this.words = new RequestWords(texts);
        this.pictures = pictures;
        this.onOpen = onOpen;
        setId("home-requests");
        getStyleClass().add("home-requests");
    }

    ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    void show(List<MediaRequest> requests) {
        empty.set(requests.isEmpty());
        lines.keySet()
                .removeIf(id ->
                        requests.stream().noneMatch(request -> request.id().equals(id)));
        List<TileView> tiles = requests.stream().map(this::painted).toList();
        if (!getChildren().equals(tiles)) {
            getChildren().setAll(tiles);
        }
    }

    private TileView painted(MediaRequest request) {
        Line line = lines.computeIfAbsent(request.id(), _ -> line(request));
        String told = words.standing(request) + " · " + texts.ago(request.updatedAt());
        line.standing().setText(told);
        line.bar().show(words.share(request), words.tone(request));
        line.tile().setAccessibleText(request.title() + ", " + told);
        return line.tile();
    }

    private Line line(MediaRequest request) {
        var poster = new RoundedPicture(pictures, POSTER_WIDTH, POSTER_HEIGHT, POSTER_RADIUS);
        poster.show(request.title(), request.poster());
        var standing = Labels.secondary("");
        var bar = new Bar(request.title());
        var middle = new VBox(Labels.strong(request.title()), standing, bar);
        middle.getStyleClass().add("home-request-lines");
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        var whole = new HBox(poster, middle);
        whole.getStyleClass().add("home-request");
        var tile = new TileView("home-request-" + request.id(), whole, () -> onOpen.accept(request.id()));
        tile.getStyleClass().add("tile-line");
        whole.prefWidthProperty().bind(tile.widthProperty().subtract(TILE_PADDING));
        return new Line(tile, standing, bar);
    }
}
