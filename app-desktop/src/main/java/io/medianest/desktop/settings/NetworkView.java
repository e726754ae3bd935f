package io.medianest.desktop.settings;

import io.medianest.desktop.device.DevicesViewModel;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.EmptyPane;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.Switch;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.View;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// Whether and how the house reaches this server.
public final class NetworkView implements View {
    private static final int SKELETONS = 2;
    private static final double SKELETON_HEIGHT = 220;

    private final SettingsModel settings;
    private final SharingViewModel sharing;
    private final DevicesViewModel devices;
    private final Texts texts;
    private final AddressView address;
    private final LockLineView lock;
    private final ProblemLineView problem;
    private final SettingCardView usual;
    private final SettingCardView advanced;
    private final SettingCardView limits;

    public NetworkView(
            SettingsModel settings,
            SharingViewModel sharing,
            DevicesViewModel devices,
            Texts texts,
            PictureStore pictures,
            Consumer<String> clipboard) {
        this.settings = settings;
        this.sharing = sharing;
        this.devices = devices;
        this.texts = texts;
        this.address = new AddressView(texts, devices, pictures, clipboard);
        this.lock = new LockLineView(texts, sharing.fixedByProperty());
        this.problem = new ProblemLineView(texts, sharing.problemProperty());
        this.usual = card("usual", "server.port", "server.mdns", "server.anonymous-search");
        this.advanced = card(
                "advanced",
                "server.host",
                "server.public-url",
                "server.allowed-hosts",
                "server.cors-origins",
                "server.trusted-proxies");
        this.limits = card(
                "limits", "limits.api", "limits.sign-in", "limits.requests", "limits.downloads", "limits.webhooks");
    }

    private SettingCardView card(String name, String... keys) {
        return new SettingCardView(texts, "settings.network." + name, settings, List.of(keys));
    }

    @Override
    public Parent create() {
        var reach = new VBox(
                Labels.section(texts.get("settings.section.network")),
                SettingCardView.row(texts, "settings.network.shared", shared()),
                lock,
                problem,
                address);
        reach.getStyleClass().addAll("card", "settings-card");
        var page = new VBox(reach, usual, more(), advanced, limits);
        page.getStyleClass().add("settings-section");
        return new ScreenPane<>(
                texts,
                settings.screenProperty(),
                new ScreenPane.Parts<>(
                        Skeleton.rows(texts, SKELETONS, SKELETON_HEIGHT),
                        new EmptyPane(MaterialDesignL.LAN, texts.get("settings.section.network"), ""),
                        page,
                        _ -> {},
                        settings::read));
    }

    private Node shared() {
        var control = new Switch();
        control.setId("network-shared");
        control.setAccessibleText(texts.get("settings.network.shared"));
        control.selectedProperty().bindBidirectional(sharing.sharedProperty());
        control.disableProperty().bind(sharing.readyProperty().not());
        return control;
    }

    private Node more() {
        Button more = Buttons.quiet("network-more", texts.get("settings.network.more"), () -> {});
        for (SettingCardView hidden : List.of(advanced, limits)) {
            hidden.setVisible(false);
            hidden.managedProperty().bind(hidden.visibleProperty());
        }
        more.setOnAction(_ -> {
            boolean now = !advanced.isVisible();
            advanced.setVisible(now);
            limits.setVisible(now);
            more.setText(texts.get(now ? "settings.network.less" : "settings.network.more"));
        });
        return more;
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
        List.of(usual, advanced, limits).forEach(SettingCardView::close);
    }
}
