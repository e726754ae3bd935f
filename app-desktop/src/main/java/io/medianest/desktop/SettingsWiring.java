package io.medianest.desktop;

import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.device.DevicesViewModel;
import io.medianest.desktop.download.DeskView;
import io.medianest.desktop.settings.AboutView;
import io.medianest.desktop.settings.AddressView;
import io.medianest.desktop.settings.AppearanceView;
import io.medianest.desktop.settings.BackupView;
import io.medianest.desktop.settings.BackupViewModel;
import io.medianest.desktop.settings.CardsView;
import io.medianest.desktop.settings.DeviceSettingsView;
import io.medianest.desktop.settings.DiscoveryViewModel;
import io.medianest.desktop.settings.DownloadSettingsView;
import io.medianest.desktop.settings.NetworkView;
import io.medianest.desktop.settings.OutgoingView;
import io.medianest.desktop.settings.OutgoingViewModel;
import io.medianest.desktop.settings.OwnDevicesViewModel;
import io.medianest.desktop.settings.PeopleView;
import io.medianest.desktop.settings.PeopleViewModel;
import io.medianest.desktop.settings.ProgramsViewModel;
import io.medianest.desktop.settings.ServiceKind;
import io.medianest.desktop.settings.ServiceViewModel;
import io.medianest.desktop.settings.ServicesView;
import io.medianest.desktop.settings.ServicesViewModel;
import io.medianest.desktop.settings.SettingsModel;
import io.medianest.desktop.settings.SettingsSection;
import io.medianest.desktop.settings.SettingsView;
import io.medianest.desktop.settings.SettingsViewModel;
import io.medianest.desktop.settings.SharingViewModel;
import io.medianest.desktop.settings.TokensViewModel;
import io.medianest.desktop.settings.Visit;
import io.medianest.desktop.settings.VisitView;
import io.medianest.desktop.settings.WebhookViewModel;
import io.medianest.desktop.setup.ServicesStepView;
import io.medianest.desktop.setup.SetupStep;
import io.medianest.desktop.setup.SetupView;
import io.medianest.desktop.setup.SetupViewModel;
import io.medianest.desktop.setup.ShareStepView;
import io.medianest.desktop.shell.LocalSettings;
import io.medianest.desktop.shell.ShellViewModel;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.View;
import io.medianest.desktop.update.UpdateSettingView;
import io.medianest.desktop.update.UpdateViewModel;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/// Builds the sections of the settings: one line each. Belongs to the FX thread.
final class SettingsWiring {
    private static final int SECRET_BYTES = 24;

    private final MediaNestApi api;
    private final Async async;
    private final LocalSettings local;
    private final ShellViewModel shell;
    private final PictureStore pictures;
    private final Clock clock;
    private final SettingsModel settings;
    private final DiscoveryViewModel discovery;
    private final SecureRandom random = new SecureRandom();
    private final Wiring.Around around;

    SettingsWiring(
            MediaNestApi api,
            Async async,
            LocalSettings local,
            ShellViewModel shell,
            PictureStore pictures,
            Clock clock,
            Wiring.Around around) {
        this.around = around;
        this.pictures = pictures;
        this.api = api;
        this.async = async;
        this.local = local;
        this.shell = shell;
        this.clock = clock;
        this.settings = new SettingsModel(api.settings(), async, clock);
        this.discovery = new DiscoveryViewModel(api.settings(), async);
    }

    /// @param firstSteps opens them again
    /// @param section the one that is open, in whichever language
    SettingsView view(
            Texts texts,
            Notices toasts,
            DeskView desk,
            Runnable firstSteps,
            ObjectProperty<@Nullable SettingsSection> section) {
        Map<SettingsSection, Supplier<View>> sections = new EnumMap<>(SettingsSection.class);
        sections.put(SettingsSection.SERVICES, () -> new ServicesView(services(), texts, desk::copy, firstSteps));
        sections.put(
                SettingsSection.DOWNLOADS,
                () -> new DownloadSettingsView(settings, new ProgramsViewModel(api.upkeep(), async), texts));
        sections.put(
                SettingsSection.NETWORK,
                () -> new NetworkView(
                        settings,
                        new SharingViewModel(settings),
                        new DevicesViewModel(api, async, clock),
                        texts,
                        pictures,
                        desk::copy));
        sections.put(
                SettingsSection.NOTIFICATIONS,
                () -> new OutgoingView(new OutgoingViewModel(api.outgoing(), async, clock), texts));
        sections.put(SettingsSection.DEVICES, () -> devices(texts, desk));
        sections.put(
                SettingsSection.PEOPLE,
                () -> new PeopleView(
                        new PeopleViewModel(api.people(), async, toasts, shell.userProperty(), clock), texts));
        sections.put(
                SettingsSection.BACKUP,
                () -> new BackupView(new BackupViewModel(api.upkeep(), async, toasts, clock), texts, around.restart()));
        sections.put(SettingsSection.APPEARANCE, () -> new AppearanceView(local, texts));
        sections.put(SettingsSection.ABOUT, () -> about(texts, desk));
        return new SettingsView(
                new SettingsViewModel(settings, shell.userProperty(), sections.keySet(), section),
                texts,
                sections,
                around.restart());
    }

    private View devices(Texts texts, DeskView desk) {
        var devices = new DeviceSettingsView(
                new OwnDevicesViewModel(api, async, shell.userProperty()),
                new TokensViewModel(api.tokens(), async),
                texts,
                desk::copy);
        Visit visit = around.visit();
        return visit == null ? devices : new CardsView(List.of(new VisitView(visit, texts), devices));
    }

    private View about(Texts texts, DeskView desk) {
        var about = new AboutView(shell.serverProperty(), texts, around.data(), desk::open);
        UpdateViewModel updates = around.updates();
        return updates == null ? about : new CardsView(List.of(about, new UpdateSettingView(updates, texts)));
    }

    /// The first steps.
    ///
    /// @param onFinish leads on
    SetupView setup(Texts texts, DeskView desk, Runnable onFinish) {
        var services = Stream.of(ServiceKind.PLEX, ServiceKind.OVERSEERR, ServiceKind.TMDB, ServiceKind.UPTIME_KUMA)
                .map(this::service)
                .toList();
        var devices = new DevicesViewModel(api, async, clock);
        Map<SetupStep, View> steps = new EnumMap<>(SetupStep.class);
        steps.put(SetupStep.SERVICES, new ServicesStepView(services, texts));
        steps.put(
                SetupStep.DOWNLOADS,
                DownloadSettingsView.firstSteps(settings, new ProgramsViewModel(api.upkeep(), async), texts));
        steps.put(
                SetupStep.SHARE,
                new ShareStepView(
                        new SharingViewModel(settings),
                        devices,
                        new AddressView(texts, devices, pictures, desk::copy),
                        texts));
        return new SetupView(new SetupViewModel(settings, discovery, onFinish), texts, steps, around.ways());
    }

    private ServiceViewModel service(ServiceKind kind) {
        return new ServiceViewModel(kind, settings, api.settings(), async, discovery);
    }

    private ServicesViewModel services() {
        var services = Stream.of(ServiceKind.values()).map(this::service).toList();
        return new ServicesViewModel(settings, discovery, services, webhooks());
    }

    private List<WebhookViewModel> webhooks() {
        return Stream.of(ServiceKind.values())
                .flatMap(kind -> Stream.ofNullable(kind.webhookSecret())
                        .map(key ->
                                new WebhookViewModel(kind, settings.field(key), settings, api, async, this::secret)))
                .toList();
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
