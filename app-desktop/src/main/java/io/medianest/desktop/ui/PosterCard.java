package io.medianest.desktop.ui;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A title: poster, name, year. A click or Enter opens it; the button that appears asks for it, and so does Enter
/// with Shift.
public final class PosterCard<K> extends VBox {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");
    private static final List<String> BADGE_STYLES =
            Arrays.stream(Tone.values()).map(Tone::style).toList();
    private static final double SMALL_BELOW = 140;
    private static final double SEEN_INSET = 8;
    private static final double RATIO = 1.5;
    private static final double RADIUS = 11;

    /// Room for the two lines below the poster.
    static final double WORDS_HEIGHT = 48;

    private final Texts texts;
    private final RoundedPicture picture;
    private final Label badge = new Label();
    private final Bar seen;
    private final Region awaited = new Region();
    private final StackPane box;
    private final Label title = Labels.strong("");
    private final Label caption = Labels.secondary("");
    private Consumer<Poster<K>> onOpen = _ -> {};
    private Consumer<Poster<K>> onRequest = _ -> {};
    private @Nullable Poster<K> poster;
    private @Nullable Button ask;

    /// Shows nothing so far.
    ///
    /// @param width of the poster
    public PosterCard(Texts texts, PictureStore pictures, double width) {
        this.texts = texts;
        this.picture = new RoundedPicture(pictures, width, heightOf(width), RADIUS);
        this.seen = new Bar(texts.get("ui.poster.begun"));
        this.box = new StackPane(awaited, picture, badge, seen);
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
        seen.getStyleClass().add("poster-seen");
        seen.setVisible(false);
        StackPane.setAlignment(seen, Pos.BOTTOM_CENTER);
        StackPane.setMargin(seen, new Insets(0, SEEN_INSET, SEEN_INSET, SEEN_INSET));
        awaited.getStyleClass().addAll("skeleton-box", "skeleton-poster");
        box.getStyleClass().add("poster");
        getChildren().addAll(box, title, caption);
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        hoverProperty().subscribe(this::askWhenActive);
        focusVisibleProperty().subscribe(this::askWhenActive);
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

    public void setOnOpen(Consumer<Poster<K>> action) {
        onOpen = action;
    }

    public void setOnRequest(Consumer<Poster<K>> action) {
        onRequest = action;
    }

    /// Shows a title in place of the one before; nothing at all when absent.
    public void show(@Nullable Poster<K> next) {
        setVisible(next != null);
        if (next == null) {
            poster = null;
            letGo();
            return;
        }
        awaited.setVisible(false);
        picture.setVisible(true);
        picture.show(next.title(), next.picture());
        if (!next.equals(poster)) {
            poster = next;
            title.setText(next.title());
            caption.setText(next.caption());
            showBadge(next.badge());
            setAccessibleText(spoken(texts, next));
            askWhenActive();
        }
    }

    /// Shows that a title is on its way.
    void showAwaited() {
        setVisible(true);
        poster = null;
        letGo();
        awaited.setVisible(true);
        picture.setVisible(false);
        title.setText("");
        caption.setText("");
        showBadge(null);
        setAccessibleText(texts.get("ui.loading"));
        askWhenActive();
    }

    /// Lets go of the picture until the card is shown again.
    void letGo() {
        picture.forget();
    }

    private static String spoken(Texts texts, Poster<?> poster) {
        Poster.Badge badge = poster.badge();
        String name = poster.caption().isEmpty() ? poster.title() : poster.title() + ", " + poster.caption();
        return badge == null ? name : name + ", " + words(texts, badge);
    }

    private void showBadge(Poster.@Nullable Badge now) {
        double share = now instanceof Poster.Badge.Begun(double begun) ? begun : 0;
        seen.setVisible(share > 0);
        seen.show(share, Tone.ACCENT);
        badge.setVisible(now != null);
        if (now != null) {
            badge.setText(words(texts, now));
            wear(tone(now).style());
        }
    }

    /// Each change of a style costs the card a look through the style sheets.
    private void wear(String style) {
        if (!badge.getStyleClass().contains(style)) {
            badge.getStyleClass().removeAll(BADGE_STYLES);
            badge.getStyleClass().add(style);
        }
    }

    private static String words(Texts texts, Poster.Badge badge) {
        return switch (badge) {
            case Poster.Badge.InLibrary _ -> texts.get("ui.poster.inLibrary");
            case Poster.Badge.Requested _ -> texts.get("ui.poster.requested");
            case Poster.Badge.Downloading(@Nullable Integer percent) ->
                percent == null ? texts.get("ui.poster.downloading") : texts.get("ui.request.downloading", percent);
            case Poster.Badge.Watched _ -> texts.get("ui.poster.watched");
            case Poster.Badge.Begun _ -> texts.get("ui.poster.begun");
        };
    }

    private static Tone tone(Poster.Badge badge) {
        return switch (badge) {
            case Poster.Badge.InLibrary _ -> Tone.GOOD;
            case Poster.Badge.Requested _, Poster.Badge.Begun _ -> Tone.ACCENT;
            case Poster.Badge.Downloading _ -> Tone.WAITING;
            case Poster.Badge.Watched _ -> Tone.NEUTRAL;
        };
    }

    /// Marks it as the one that the keyboard acts on, inside a grid that has the focus itself.
    void markActive(boolean active) {
        pseudoClassStateChanged(ACTIVE, active);
        askWhenActive();
    }

    private void askWhenActive() {
        boolean active = isHover() || isFocusVisible() || getPseudoClassStates().contains(ACTIVE);
        boolean wanted = active && poster != null && poster.requestable();
        if (wanted && ask == null) {
            ask = addAsk();
        }
        if (ask != null) {
            ask.setVisible(wanted);
        }
    }

    /// When it is first needed: most cards are never pointed at, and a button takes longer to style than all the rest.
    private Button addAsk() {
        var button = Buttons.primary("poster-request", texts.get("ui.poster.request"), this::request);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setFocusTraversable(false);
        button.getStyleClass().add("poster-request");
        StackPane.setAlignment(button, Pos.BOTTOM_CENTER);
        box.getChildren().add(button);
        return button;
    }

    private void typed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && key.isShiftDown()) {
            request();
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
            open();
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
