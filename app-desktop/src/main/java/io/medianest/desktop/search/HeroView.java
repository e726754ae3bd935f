package io.medianest.desktop.search;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Chip;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.PictureStore.Ticket;
import io.medianest.desktop.ui.RequestWords;
import io.medianest.desktop.ui.RoundedPicture;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.media.MediaDetails;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.Video;
import io.medianest.model.request.RequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The upper part of a title's page: backdrop fading into the page, poster, name, facts, what can be done.
final class HeroView extends StackPane {
    static final double POSTER = 192;

    private static final double RADIUS = 14;
    private static final double BACKDROP_WIDTH = 1280;
    private static final double TOP_SHARE = 0.3;

    private final DetailsViewModel model;
    private final Texts texts;
    private final PictureStore pictures;
    private final Browser browser;
    private final ImageView backdrop = new ImageView();
    private final RoundedPicture poster;
    private final HBox chips = new HBox();
    private final Label title = Labels.styled("", "details-title");
    private final Label facts = Labels.styled("", "details-facts");
    private final Label overview = Labels.styled("", "details-overview");
    private final Button openInPlex;
    private final Button ask;
    private final Button trailer;
    private @Nullable MediaDetails details;
    private @Nullable AskView asking;
    private @Nullable Ticket backdropTicket;

    HeroView(DetailsViewModel model, Texts texts, PictureStore pictures, Browser browser) {
        this.model = model;
        this.texts = texts;
        this.pictures = pictures;
        this.browser = browser;
        this.poster = new RoundedPicture(pictures, POSTER, POSTER * 1.5, RADIUS);
        this.openInPlex = Buttons.primary("open-in-plex", texts.get("details.plex"), () -> {});
        this.ask = Buttons.primary("ask", "", this::ask);
        this.trailer = Buttons.plain("trailer", texts.get("details.trailer"), () -> {});
        getStyleClass().add("hero");
        title.setWrapText(true);
        facts.setWrapText(true);
        overview.setWrapText(true);
        overview.setMinHeight(Region.USE_PREF_SIZE);
        chips.getStyleClass().add("hero-chips");
        var words = new VBox(chips, title, facts, overview, buttons());
        words.getStyleClass().add("hero-words");
        words.setAlignment(Pos.BOTTOM_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var front = new HBox(poster, words);
        front.getStyleClass().add("hero-front");
        getChildren().addAll(background(), front);
        model.requestProperty().subscribe(this::showStanding);
    }

    /// They stay the same while a request moves on: no press is lost on one that has just been replaced.
    private Node buttons() {
        openInPlex.setGraphic(new FontIcon(MaterialDesignO.OPEN_IN_NEW));
        trailer.setGraphic(new FontIcon(MaterialDesignP.PLAY));
        ask.disableProperty().bind(model.askingProperty());
        var row = new FlowPane(openInPlex, ask, trailer);
        row.getStyleClass().add("hero-buttons");
        row.getChildren().forEach(button -> button.managedProperty().bind(button.visibleProperty()));
        return row;
    }

    private Node background() {
        backdrop.setManaged(false);
        backdrop.setSmooth(true);
        var shade = new Region();
        shade.getStyleClass().add("hero-shade");
        var floor = new Region();
        floor.getStyleClass().add("hero-floor");
        var back = new StackPane(backdrop, shade, floor);
        back.setMinSize(0, 0);
        return back;
    }

    void show(MediaDetails shown) {
        details = shown;
        MediaItem item = shown.item();
        poster.show(item.title(), item.poster());
        title.setText(item.title());
        facts.setText(String.join(" · ", factsOf(item)));
        overview.setText(item.overview() == null ? "" : item.overview());
        showBackdrop(item.backdrop());
        showStanding();
    }

    private void showBackdrop(@Nullable String address) {
        if (backdropTicket != null) {
            backdropTicket.cancel();
        }
        backdrop.setImage(null);
        backdropTicket = address == null ? null : pictures.show(address, BACKDROP_WIDTH, this::fill);
    }

    private void fill(Image image) {
        backdrop.setImage(image);
        requestLayout();
    }

    /// The backdrop fills the width and is cut below, a little more of it above than below the middle.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Image image = backdrop.getImage();
        if (image == null || getWidth() == 0) {
            return;
        }
        double scale = Math.max(getWidth() / image.getWidth(), getHeight() / image.getHeight());
        double height = getHeight() / scale;
        double width = getWidth() / scale;
        backdrop.setViewport(new Rectangle2D(
                (image.getWidth() - width) / 2, (image.getHeight() - height) * TOP_SHARE, width, height));
        backdrop.setFitWidth(getWidth());
        backdrop.setFitHeight(getHeight());
        backdrop.relocate(0, 0);
    }

    private List<String> factsOf(MediaItem item) {
        var facts = new ArrayList<String>();
        Optional.ofNullable(item.year()).map(Object::toString).ifPresent(facts::add);
        Optional.ofNullable(item.runtime())
                .filter(length -> length > 0)
                .map(texts::minutes)
                .ifPresent(facts::add);
        if (!item.genres().isEmpty()) {
            facts.add(String.join(", ", item.genres()));
        }
        Optional.ofNullable(item.rating())
                .filter(rating -> rating > 0)
                .map(rating -> "★ " + String.format(texts.locale(), "%.1f", rating))
                .ifPresent(facts::add);
        return facts;
    }

    private void showStanding() {
        MediaDetails now = details;
        if (now == null) {
            return;
        }
        RequestDetails request = model.requestProperty().get();
        chips.getChildren().setAll(chipsOf(now, request));
        offerPlex(now.item().availability().plexUrl());
        offerAsking(now, request);
        Optional<Video> video = trailer(now);
        trailer.setVisible(video.isPresent());
        video.ifPresent(found -> trailer.setOnAction(_ -> browser.open(found.url())));
    }

    private List<Node> chipsOf(MediaDetails now, @Nullable RequestDetails request) {
        var all = new ArrayList<Node>();
        if (now.item().availability().plex()) {
            all.add(new Chip(texts.get("ui.poster.inLibrary"), Tone.GOOD));
        } else if (request != null) {
            var words = new RequestWords(texts);
            all.add(new Chip(words.standing(request.request()), words.tone(request.request())));
        }
        String type = now.item().type().name().toLowerCase(Locale.ROOT);
        if (texts.has("ui.type." + type)) {
            all.add(new Chip(texts.get("ui.type." + type), Tone.NEUTRAL));
        }
        return all;
    }

    private void offerPlex(@Nullable String address) {
        openInPlex.setVisible(address != null);
        if (address != null) {
            openInPlex.setOnAction(_ -> browser.open(address));
        }
    }

    private void offerAsking(MediaDetails now, @Nullable RequestDetails request) {
        boolean partly = now.item().availability().plex();
        String text = texts.get(partly ? "details.ask.more" : "details.ask");
        ask.setVisible(model.isAskable(now, request));
        ask.setText(text);
        ask.setAccessibleText(text);
        ask.getStyleClass().removeAll("primary", "plain");
        ask.getStyleClass().add(partly ? "plain" : "primary");
    }

    /// One card at a time, however often the button is pressed.
    private void ask() {
        MediaDetails now = details;
        AskView before = asking;
        if (now == null || (before != null && before.isShowing())) {
            return;
        }
        var card = new AskView(texts, now, model);
        asking = card;
        card.show(ask);
    }

    private static Optional<Video> trailer(MediaDetails details) {
        return details.videos().stream()
                .filter(video -> "Trailer".equals(video.type()))
                .findFirst()
                .or(() -> details.videos().stream().findFirst());
    }
}
