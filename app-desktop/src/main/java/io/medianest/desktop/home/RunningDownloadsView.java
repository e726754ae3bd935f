package io.medianest.desktop.home;

import io.medianest.desktop.ui.Bar;
import io.medianest.desktop.ui.DownloadSigns;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.RoundedPicture;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.download.Download;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The downloads that arrive just now with their bars. A line stays the same node while its download is shown.
final class RunningDownloadsView extends VBox {
    private static final int SHOWN = 3;
    private static final double WIDTH = 80;
    private static final double HEIGHT = 45;
    private static final double RADIUS = 7;
    private static final double TILE_PADDING = 16;
    private static final double WHOLE = 100;

    private final Texts texts;
    private final PictureStore pictures;
    private final Consumer<String> onOpen;
    private final Map<String, Line> lines = new HashMap<>();

    private record Line(TileView tile, RoundedPicture picture, Label title, Label standing, Bar bar) {}

    RunningDownloadsView(Texts texts, PictureStore pictures, Consumer<String> onOpen) {
        super();
        this.texts = texts;
        this.pictures = pictures;
        this.onOpen = onOpen;
        setId("home-downloads");
        getStyleClass().add("home-requests");
    }

    void show(List<Download> downloads) {
        List<Download> first = downloads.stream().limit(SHOWN).toList();
        lines.keySet()
                .removeIf(
                        id -> first.stream().noneMatch(download -> download.id().equals(id)));
        List<TileView> tiles = first.stream().map(this::painted).toList();
        if (!getChildren().equals(tiles)) {
            getChildren().setAll(tiles);
        }
    }

    private TileView painted(Download download) {
        Line line = lines.computeIfAbsent(download.id(), this::line);
        String title = Objects.requireNonNullElse(download.title(), download.url());
        String standing = standing(download);
        line.title().setText(title);
        line.picture().standsFor(DownloadSigns.of(download));
        line.picture().show(title, download.thumbnail());
        line.standing().setText(standing);
        line.bar().show(download.progress() / WHOLE, Tone.ACCENT);
        line.tile().setAccessibleText(title + ", " + standing);
        return line.tile();
    }

    /// “64 % · 8.2 MB/s · 2 min left”.
    private String standing(Download download) {
        return Stream.of(
                        Optional.of(texts.get("home.downloads.percent", Math.floor(download.progress()))),
                        Optional.ofNullable(download.speed()),
                        Optional.ofNullable(download.etaSeconds()).map(seconds -> DownloadTime.left(texts, seconds)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private Line line(String id) {
        var picture = new RoundedPicture(pictures, WIDTH, HEIGHT, RADIUS);
        var title = Labels.strong("");
        var standing = Labels.secondary("");
        var bar = new Bar(texts.get("home.downloads"));
        var middle = new VBox(title, standing, bar);
        middle.getStyleClass().add("home-request-lines");
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        var whole = new HBox(picture, middle);
        whole.getStyleClass().add("home-request");
        var tile = new TileView("home-download-" + id, whole, () -> onOpen.accept(id));
        tile.getStyleClass().add("tile-line");
        whole.prefWidthProperty().bind(tile.widthProperty().subtract(TILE_PADDING));
        return new Line(tile, picture, title, standing, bar);
    }
}
