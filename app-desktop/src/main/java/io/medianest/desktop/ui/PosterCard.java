package io.medianest.desktop.ui;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A title: poster, name, year. A click or Enter opens it; the button that appears asks for it, and so does R.
public final class PosterCard extends VBox {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");
    private static final double SMALL_BELOW = 140;
    private static final double RATIO = 1.5;
    private static final double RADIUS = 11;

    /// Room for the two lines below the poster.
    static final double WORDS_HEIGHT = 48;

    private final Texts texts;
    private final RoundedPicture picture;
    private final Label badge = new Label();
    private final Button ask;
    private final Label title = Labels.strong("");
    private final Label caption = Labels.secondary("");
    private Consumer<Poster> onOpen = _ -> {};
    private Consumer<Poster> onRequest = _ -> {};
    private @Nullable Poster poster;

    /// Shows nothing so far.
    ///
    /// @param width of the poster
    public PosterCard(Texts texts, PictureStore pictures, double width) {
        this.texts = texts;
        this.picture = new RoundedPicture(pictures, width, heightOf(width), RADIUS);
        this.ask = Buttons.primary("poster-request", texts.get("ui.poster.request"), this::request);
        build();
        setPosterWidth(width);
    }

    static double heightOf(double width) {
        return Math.round(width * RATIO);
    }

    private void build() {
        getStyleClass().add("poster-card");
        badge.getStyleClass().add("poster-badge");
        StackPane.setAlignment(badge, Pos.TOP_LEFT);
        ask.setMaxWidth(Double.MAX_VALUE);
        ask.setFocusTraversable(false);
        ask.getStyleClass().add("poster-request");
        StackPane.setAlignment(ask, Pos.BOTTOM_CENTER);
        var poster = new StackPane(picture, badge, ask);
        poster.getStyleClass().add("poster");
        getChildren().addAll(poster, title, caption);
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        hoverProperty().subscribe(this::askWhenActive);
        focusedProperty().subscribe(this::askWhenActive);
        setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                open();
            }
        });
        setOnKeyPressed(this::typed);
        askWhenActive();
    }

    void setPosterWidth(double width) {
        picture.setSize(width, heightOf(width));
        title.setMaxWidth(width);
        caption.setMaxWidth(width);
        badge.pseudoClassStateChanged(SMALL, width < SMALL_BELOW);
        setMinWidth(width);
        setMaxWidth(width);
    }

    public void setOnOpen(Consumer<Poster> action) {
        onOpen = action;
    }

    public void setOnRequest(Consumer<Poster> action) {
        onRequest = action;
    }

    /// Shows a title in place of the one before; nothing at all when absent.
    public void show(@Nullable Poster next) {
        poster = next;
        setVisible(next != null);
        if (next == null) {
            picture.forget();
            return;
        }
        picture.show(next.title(), next.picture());
        title.setText(next.title());
        caption.setText(next.caption());
        showBadge(next.badge());
        setAccessibleText(spoken(texts, next));
        askWhenActive();
    }

    static String spoken(Texts texts, Poster poster) {
        Poster.Badge badge = poster.badge();
        String name = poster.title() + ", " + poster.caption();
        return badge == null ? name : name + ", " + words(texts, badge);
    }

    private void showBadge(Poster.@Nullable Badge now) {
        badge.setVisible(now != null);
        badge.getStyleClass().removeAll(Tone.GOOD.style(), Tone.ACCENT.style(), Tone.WAITING.style());
        if (now == null) {
            return;
        }
        badge.setText(words(texts, now));
        badge.getStyleClass().add(tone(now).style());
    }

    private static String words(Texts texts, Poster.Badge badge) {
        return switch (badge) {
            case Poster.Badge.InLibrary _ -> texts.get("ui.poster.inLibrary");
            case Poster.Badge.Requested _ -> texts.get("ui.poster.requested");
            case Poster.Badge.Downloading(@Nullable Integer percent) ->
                percent == null ? texts.get("ui.poster.downloading") : texts.get("ui.request.downloading", percent);
        };
    }

    private static Tone tone(Poster.Badge badge) {
        return switch (badge) {
            case Poster.Badge.InLibrary _ -> Tone.GOOD;
            case Poster.Badge.Requested _ -> Tone.ACCENT;
            case Poster.Badge.Downloading _ -> Tone.WAITING;
        };
    }

    /// Marks it as the one that the keyboard acts on, inside a grid that has the focus itself.
    void markActive(boolean active) {
        pseudoClassStateChanged(ACTIVE, active);
        askWhenActive();
    }

    private void askWhenActive() {
        boolean active = isHover() || isFocused() || getPseudoClassStates().contains(ACTIVE);
        ask.setVisible(active && poster != null && poster.requestable());
    }

    private void typed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
            open();
            key.consume();
        } else if (key.getCode() == KeyCode.R && !key.isShortcutDown()) {
            request();
            key.consume();
        }
    }

    private void open() {
        if (poster != null) {
            onOpen.accept(poster);
        }
    }

    private void request() {
        if (poster != null && poster.requestable()) {
            onRequest.accept(poster);
        }
    }
}
