package io.medianest.desktop.library;

import io.medianest.desktop.search.Browser;
import io.medianest.desktop.ui.Bar;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.Poster;
import io.medianest.desktop.ui.RoundedPicture;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.library.LibraryTitle;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;

/// A title that has no page of its own, beside the others: an episode, or a video that nobody but Plex knows.
final class TitleCardView extends ScrollPane {
    private static final double POSTER = 88;
    private static final double RADIUS = 11;

    private final Texts texts;
    private final PictureStore pictures;
    private final Browser browser;
    private final VBox box = new VBox();

    TitleCardView(Texts texts, PictureStore pictures, Browser browser) {
        super();
        this.texts = texts;
        this.pictures = pictures;
        this.browser = browser;
        box.getStyleClass().addAll("card", "library-card");
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("library-card-room");
        setId("library-card");
        setFocusTraversable(false);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                setVisible(false);
                key.consume();
            }
        });
    }

    void show(LibraryTitle title) {
        Poster<LibraryTitle> poster = LibraryPosters.of(title);
        var picture = new RoundedPicture(pictures, POSTER, POSTER * 1.5, RADIUS);
        picture.show(poster.title(), poster.picture());
        var words = new VBox(wrapped(Labels.section(poster.title())));
        words.getStyleClass().add("library-card-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        add(words, poster.caption());
        add(words, facts(title));
        var head = new HBox(
                picture,
                words,
                Buttons.icon(
                        "library-card-close",
                        texts.get("library.card.close"),
                        MaterialDesignC.CLOSE,
                        () -> setVisible(false)));
        head.getStyleClass().add("library-card-head");
        box.getChildren().setAll(head);
        if (poster.badge() instanceof Poster.Badge.Begun(double share)) {
            var bar = new Bar(texts.get("ui.poster.begun"));
            bar.show(share, Tone.ACCENT);
            box.getChildren().add(bar);
        }
        add(box, Optional.ofNullable(title.summary()).orElse(""));
        Optional.ofNullable(title.plexUrl()).map(this::openInPlex).ifPresent(box.getChildren()::add);
        setVisible(true);
    }

    private static void add(VBox lines, String words) {
        if (!words.isBlank()) {
            lines.getChildren().add(wrapped(Labels.secondary(words)));
        }
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /// “54 min · 36 min left”.
    private String facts(LibraryTitle title) {
        Optional<Long> length = Optional.ofNullable(title.duration()).filter(seconds -> seconds > 0);
        Optional<Long> left = length.flatMap(all ->
                Optional.ofNullable(title.viewOffset()).filter(seen -> seen > 0).map(seen -> Math.max(0, all - seen)));
        return Stream.of(
                        length.map(this::minutes),
                        left.map(rest -> texts.get("library.left", minutes(rest))),
                        title.watched() ? Optional.of(texts.get("ui.poster.watched")) : Optional.<String>empty())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private String minutes(long seconds) {
        return texts.minutes((int) Duration.ofSeconds(seconds).toMinutes());
    }

    private Node openInPlex(String url) {
        Button open = Buttons.primary("library-card-plex", texts.get("library.card.plex"), () -> browser.open(url));
        open.setGraphic(new FontIcon(MaterialDesignO.OPEN_IN_NEW));
        open.setMaxWidth(Double.MAX_VALUE);
        return open;
    }
}
