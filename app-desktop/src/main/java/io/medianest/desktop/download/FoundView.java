package io.medianest.desktop.download;

import io.medianest.desktop.ui.Chip;
import io.medianest.desktop.ui.DownloadSigns;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.RoundedPicture;
import io.medianest.desktop.ui.SegmentedFilter;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.MediaPreview;
import io.medianest.model.download.PlaylistMetadata;
import io.medianest.model.download.VideoMetadata;
import java.util.OptionalLong;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What was found behind an address: picture, title, length, and what of it is wanted.
final class FoundView extends VBox {
    private static final double WIDTH = 168;
    private static final double HEIGHT = 94;
    private static final double RADIUS = 10;
    private static final double GAP = 10;
    private static final double ONE_LINE = 800;

    private final Texts texts;
    private final DownloadWords words;
    private final NewDownloadViewModel model;
    private final ComboBox<DownloadFormat> format = new ComboBox<>();
    private final Label facts = Labels.secondary("");
    private Subscription following = Subscription.EMPTY;

    FoundView(Texts texts, PictureStore pictures, NewDownloadViewModel model, MediaPreview preview) {
        super();
        this.texts = texts;
        this.words = new DownloadWords(texts);
        this.model = model;
        var picture = new RoundedPicture(pictures, WIDTH, HEIGHT, RADIUS);
        picture.standsFor(DownloadSigns.of(preview));
        picture.show(preview.title(), thumbnail(preview));
        var title = Labels.strong(preview.title());
        title.setId("download-found-title");
        title.setMinWidth(0);
        var lines = new VBox(heading(title, preview), facts, choices(preview));
        lines.getStyleClass().add("found-lines");
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var top = new HBox(picture, lines);
        top.getStyleClass().add("found-top");
        getStyleClass().add("found");
        getChildren().add(top);
        if (preview instanceof PlaylistMetadata playlist) {
            getChildren()
                    .add(new PicksView(texts, playlist, model.picksProperty().get()));
        }
        following = following.and(model.choiceProperty().subscribe(choice -> chosen(choice, preview)));
    }

    private static @Nullable String thumbnail(MediaPreview preview) {
        return switch (preview) {
            case VideoMetadata video -> video.thumbnail();
            case PlaylistMetadata playlist -> playlist.thumbnail();
        };
    }

    private Node heading(Label title, MediaPreview preview) {
        var heading = new HBox(title);
        heading.getStyleClass().add("found-heading");
        if (preview instanceof VideoMetadata video && video.live()) {
            heading.getChildren().add(new Chip(texts.get("download.live"), Tone.WAITING));
        }
        return heading;
    }

    private String facts(MediaPreview preview, Choice choice) {
        return switch (preview) {
            case VideoMetadata video -> {
                Long seconds = video.duration();
                OptionalLong size = choice.size(video);
                yield DownloadWords.joined(
                        video.uploader(),
                        seconds == null ? null : words.amounts().time(seconds),
                        size.isEmpty()
                                ? null
                                : texts.get("download.size", words.amounts().bytes(size.getAsLong())));
            }
            case PlaylistMetadata playlist ->
                DownloadWords.joined(
                        texts.get("download.kind.playlist"),
                        playlist.uploader(),
                        texts.get("download.videos", playlist.count()));
        };
    }

    private Node choices(MediaPreview preview) {
        var qualities = new SegmentedFilter<>(
                "download-quality",
                model.choiceProperty().get(),
                model.choicesProperty().get(),
                choice -> words.quality(choice.quality()));
        qualities.valueProperty().subscribe(model.choiceProperty()::set);
        format.setId("download-format");
        format.getStyleClass().add("mn-combo");
        format.setAccessibleText(texts.get("download.format"));
        format.setMinWidth(Region.USE_PREF_SIZE);
        format.setConverter(new FormatNames());
        var row = new FlowPane(GAP, GAP, qualities, format);
        row.setPrefWrapLength(ONE_LINE);
        row.getStyleClass().add("found-choices");
        if (preview instanceof PlaylistMetadata) {
            row.getChildren().addFirst(Labels.secondary(texts.get("download.quality.upTo")));
        }
        return row;
    }

    /// A picture and its sound are kept in other files than the sound alone.
    private void chosen(Choice choice, MediaPreview preview) {
        Property<DownloadFormat> wanted = model.formatProperty();
        format.setOnAction(null);
        format.getItems().setAll(choice.formats());
        format.setValue(wanted.getValue());
        format.setOnAction(_ -> wanted.setValue(format.getValue()));
        facts.setText(facts(preview, choice));
    }

    /// Another address is looked at.
    void forget() {
        following.unsubscribe();
    }
}
