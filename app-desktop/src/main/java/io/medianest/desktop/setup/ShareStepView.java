package io.medianest.desktop.setup;

import io.medianest.desktop.device.DevicesViewModel;
import io.medianest.desktop.settings.AddressView;
import io.medianest.desktop.settings.LockLineView;
import io.medianest.desktop.settings.ProblemLineView;
import io.medianest.desktop.settings.SharingViewModel;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Switch;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.View;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Whether the house may come in, and where.
public final class ShareStepView implements View {
    private final SharingViewModel sharing;
    private final DevicesViewModel devices;
    private final AddressView address;
    private final LockLineView lock;
    private final ProblemLineView problem;
    private final Texts texts;

    public ShareStepView(SharingViewModel sharing, DevicesViewModel devices, AddressView address, Texts texts) {
        this.sharing = sharing;
        this.devices = devices;
        this.address = address;
        this.texts = texts;
        this.lock = new LockLineView(texts, sharing.fixedByProperty());
        this.problem = new ProblemLineView(texts, sharing.problemProperty());
    }

    @Override
    public Parent create() {
        var shared = new Switch();
        shared.setId("setup-shared");
        shared.setAccessibleText(texts.get("settings.network.shared"));
        shared.disableProperty().bind(sharing.readyProperty().not());
        shared.selectedProperty().bindBidirectional(sharing.sharedProperty());
        var about = Labels.secondary(texts.get("settings.network.shared.help"));
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        var words = new VBox(3, Labels.strong(texts.get("settings.network.shared")), about);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(words, shared);
        row.getStyleClass().add("setting");
        var card = new VBox(row, lock, problem, address);
        card.getStyleClass().addAll("card", "settings-card");
        return card;
    }

    @Override
    public void shown() {
        devices.opened();
    }

    @Override
    public void closed() {
        lock.close();
        problem.close();
        address.close();
    }
}
