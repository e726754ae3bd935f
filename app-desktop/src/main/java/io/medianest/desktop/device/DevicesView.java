package io.medianest.desktop.device;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.KeptNodes;
import io.medianest.desktop.ui.KeyKeeper;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.Styles;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.desktop.ui.View;
import io.medianest.model.account.ActiveSession;
import io.medianest.model.account.PairingCode;
import io.medianest.model.server.ServerInfo;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A card over the window: the address of this server, a picture of it to scan, and a code that pairs a phone.
public final class DevicesView implements View {
    private static final double PICTURE = 200;
    private static final int HALF = 4;

    private final DevicesViewModel model;
    private final Texts texts;
    private final PictureStore pictures;
    private final StackPane cover = new StackPane();
    private final ImageView picture = new ImageView();
    private final VBox words = new VBox();
    private final VBox signedIn = new VBox();
    private final KeptNodes<ActiveSession> rows = new KeptNodes<>(signedIn, this::row, this::used);
    private final Label left = Labels.secondary("");
    private final Button pair;
    private final Timeline seconds;
    private Subscription following = Subscription.EMPTY;
    private PictureStore.Ticket ticket = () -> {};
    private final KeyKeeper keys = new KeyKeeper(cover);

    public DevicesView(DevicesViewModel model, Texts texts, PictureStore pictures) {
        this.model = model;
        this.texts = texts;
        this.pictures = pictures;
        this.pair = Buttons.primary("devices-pair", texts.get("devices.pair"), model::pair);
        this.seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> model.tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
    }

    @Override
    public Parent create() {
        Styles.of("device", cover);
        cover.getStyleClass().add("devices-cover");
        cover.getChildren().add(card());
        cover.setVisible(false);
        cover.setOnMousePressed(_ -> close());
        cover.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        following = following
                .and(model.serverProperty().subscribe(_ -> draw()))
                .and(model.codeProperty().subscribe(_ -> draw()))
                .and(model.problemProperty().subscribe(_ -> draw()))
                .and(model.sessionsProperty().subscribe(rows::show))
                .and(model.secondsLeftProperty()
                        .subscribe(time -> left.setText(texts.get(
                                "devices.left", "%d:%02d".formatted(time.longValue() / 60, time.longValue() % 60)))));
        return cover;
    }

    private Node card() {
        picture.setFitWidth(PICTURE);
        picture.setFitHeight(PICTURE);
        picture.setSmooth(false);
        picture.setAccessibleText(texts.get("devices.picture"));
        var paper = new StackPane(picture);
        paper.getStyleClass().add("devices-paper");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(
                Labels.section(texts.get("devices.title")),
                space,
                Buttons.icon("devices-close", texts.get("devices.close"), MaterialDesignC.CLOSE, this::close));
        head.setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("devices-words");
        pair.managedProperty().bind(pair.visibleProperty());
        pair.setVisible(false);
        // Outside of what is drawn anew with each answer: no press is lost on it.
        var side = new VBox(words, pair);
        side.getStyleClass().add("devices-side");
        HBox.setHgrow(side, Priority.ALWAYS);
        var body = new HBox(paper, side);
        body.getStyleClass().add("devices-body");
        signedIn.getStyleClass().add("devices-signed-in");
        var who = new VBox(Labels.secondary(texts.get("devices.signedIn")), signedIn);
        who.getStyleClass().add("devices-signed-in");
        var list = new ScrollPane(who);
        list.setFitToWidth(true);
        list.getStyleClass().add("devices-list");
        list.managedProperty().bind(list.visibleProperty());
        list.visibleProperty().bind(Bindings.isNotEmpty(signedIn.getChildren()));
        var card = new VBox(head, body, list);
        card.setId("devices-card");
        card.setAccessibleRole(AccessibleRole.DIALOG);
        card.setAccessibleText(texts.get("devices.title"));
        card.getStyleClass().addAll("card", "devices-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        card.setOnMousePressed(press -> press.consume());
        StackPane.setAlignment(card, Pos.TOP_RIGHT);
        return card;
    }

    /// Shows the card, over whatever is in front.
    public void open() {
        keys.opens();
        cover.setVisible(true);
        model.opened();
        seconds.play();
        // What else there is to press comes with the server's answer.
        takeKeys();
    }

    /// Hands the keys to the way out.
    private void takeKeys() {
        Node leave = cover.lookup("#devices-close");
        if (leave != null) {
            leave.requestFocus();
        }
    }

    private void close() {
        cover.setVisible(false);
        seconds.stop();
        model.closed();
        keys.closed();
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            close();
            key.consume();
        }
    }

    private void draw() {
        ServerInfo info = model.serverProperty().get();
        ApiException problem = model.problemProperty().get();
        boolean had = keys.hasKeys();
        words.getChildren().clear();
        pair.setVisible(info != null && model.codeProperty().get() == null);
        if (info != null) {
            drawServer(info);
        }
        if (problem != null) {
            words.getChildren().add(wrapped(Labels.toned(texts.problem(problem), Tone.BAD)));
        }
        // What was pressed may be gone; the keys must not go with it, or Escape would close nothing. JavaFX takes them
        // from what is hidden only later, and then gives them to anybody.
        if (had && (!keys.hasKeys() || (pair.isFocused() && !pair.isVisible()))) {
            takeKeys();
        }
    }

    private void drawServer(ServerInfo info) {
        ticket.cancel();
        PairingCode code = model.codeProperty().get();
        if (code != null) {
            drawCode(code);
            return;
        }
        ticket = pictures.show(info.qrUrl(), PICTURE * 2, picture::setImage);
        words.getChildren()
                .addAll(
                        wrapped(Labels.secondary(
                                texts.get(model.onlyHere(info) ? "devices.onlyHere" : "devices.help"))),
                        address(info.address()));
        info.addresses().stream()
                .filter(other -> !other.equals(info.address()))
                .limit(2)
                .forEach(other -> words.getChildren().add(wrapped(Labels.secondary(other))));
    }

    private static Label address(String text) {
        Label address = Labels.strong(text);
        address.setId("devices-address");
        return address;
    }

    private String used(ActiveSession session) {
        return texts.get("devices.used", session.username(), texts.ago(session.lastUsedAt()), session.ip());
    }

    private Node row(ActiveSession session) {
        String name = DeviceName.of(session.device(), texts);
        var about = new VBox(Labels.strong(name), Labels.secondary(used(session)));
        about.getStyleClass().add("devices-about");
        HBox.setHgrow(about, Priority.ALWAYS);
        Button out = Buttons.plain(
                "devices-sign-out-" + session.id(), texts.get("devices.signOut"), () -> model.signOut(session));
        out.setAccessibleText(texts.get("devices.signOutOf", name));
        out.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(about, out);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("devices-row");
        return row;
    }

    private void drawCode(PairingCode code) {
        picture.setImage(new Image(code.picture()));
        Label shown = Labels.styled(spaced(code.code()), "devices-code");
        shown.setId("devices-code");
        words.getChildren().addAll(wrapped(Labels.secondary(texts.get("devices.scan"))), shown, left);
        words.getChildren().add(wrapped(Labels.secondary(texts.get("devices.asYou"))));
    }

    /// In two halves, as one reads it out.
    private static String spaced(String code) {
        return code.length() <= HALF ? code : code.substring(0, HALF) + "-" + code.substring(HALF);
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        return label;
    }

    @Override
    public void closed() {
        seconds.stop();
        ticket.cancel();
        following.unsubscribe();
    }
}
