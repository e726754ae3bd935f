package io.medianest.desktop.settings;

import io.medianest.desktop.device.DevicesViewModel;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.server.ServerInfo;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Where this server is: its address to read and to copy, and as a picture for phones.
public final class AddressView extends HBox {
    private static final double PICTURE = 132;

    private final Texts texts;
    private final DevicesViewModel model;
    private final PictureStore pictures;
    private final Consumer<String> clipboard;
    private final ImageView picture = new ImageView();
    private final StackPane paper = new StackPane();
    private final VBox words = new VBox();
    private final Subscription following;
    private PictureStore.Ticket ticket = () -> {};

    public AddressView(Texts texts, DevicesViewModel model, PictureStore pictures, Consumer<String> clipboard) {
        super();
        this.texts = texts;
        this.model = model;
        this.pictures = pictures;
        this.clipboard = clipboard;
        picture.setFitWidth(PICTURE);
        picture.setFitHeight(PICTURE);
        picture.setSmooth(false);
        picture.setAccessibleText(texts.get("devices.picture"));
        paper.getChildren().add(picture);
        paper.getStyleClass().add("address-paper");
        words.getStyleClass().add("address-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getStyleClass().add("address");
        getChildren().addAll(paper, words);
        this.following = model.serverProperty().subscribe(this::show);
    }

    private void show(@Nullable ServerInfo info) {
        setVisible(info != null);
        if (info == null) {
            return;
        }
        ticket.cancel();
        // From elsewhere nobody would get through.
        paper.setVisible(!model.onlyHere(info));
        paper.setManaged(paper.isVisible());
        if (paper.isVisible()) {
            ticket = pictures.show(info.qrUrl(), PICTURE * 2, picture::setImage);
        }
        Label address = Labels.strong(info.address());
        address.setId("server-address");
        var copy = Buttons.plain(
                "server-address-copy", texts.get("settings.copy"), () -> clipboard.accept(info.address()));
        copy.setAccessibleText(texts.get("settings.copyOf", info.address()));
        words.getChildren()
                .setAll(
                        SettingRowView.wrapped(Labels.secondary(texts.get(
                                model.onlyHere(info) ? "settings.network.onlyHere" : "settings.network.scan"))),
                        address);
        info.addresses().stream()
                .filter(other -> !other.equals(info.address()))
                .limit(2)
                .forEach(other -> words.getChildren().add(Labels.secondary(other)));
        words.getChildren().add(copy);
    }

    /// Ends what listens.
    public void close() {
        ticket.cancel();
        following.unsubscribe();
    }
}
