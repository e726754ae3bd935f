package io.medianest.desktop.settings;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.ui.Async;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The way of a service to tell this server at once what happens there. Its secret is shown when it is made, and never
/// again.
public final class WebhookViewModel {
    private final ServiceKind kind;
    private final SettingField secret;
    private final SettingsModel settings;
    private final MediaNestApi api;
    private final Async async;
    private final Supplier<String> secrets;
    private final ReadOnlyObjectWrapper<@Nullable Webhook> made = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ApiException> problem = new ReadOnlyObjectWrapper<>();

    /// What the service has to be told.
    ///
    /// @param address that it calls
    /// @param authorization the header that it sends; null where the address holds the secret
    public record Webhook(String address, @Nullable String authorization) {}

    /// @param secret the setting of its secret
    /// @param secrets makes what nobody guesses
    public WebhookViewModel(
            ServiceKind kind,
            SettingField secret,
            SettingsModel settings,
            MediaNestApi api,
            Async async,
            Supplier<String> secrets) {
        this.kind = kind;
        this.secret = secret;
        this.settings = settings;
        this.api = api;
        this.async = async;
        this.secrets = secrets;
    }

    public ServiceKind kind() {
        return kind;
    }

    public SettingField secret() {
        return secret;
    }

    /// What to enter there, after it was made; absent before.
    public ReadOnlyObjectProperty<@Nullable Webhook> madeProperty() {
        return made.getReadOnlyProperty();
    }

    /// Makes a new secret, in place of the one before; first finds out where it leads, so that nothing is replaced that
    /// could not be shown.
    public void make() {
        problem.set(null);
        async.latest(this, api::serverInfo).then(info -> save(URI.create(info.address())), problem::set);
    }

    private void save(URI server) {
        String fresh = secrets.get();
        secret.draftProperty().set(fresh);
        settings.commit(List.of(secret), secret, () -> made.set(webhook(server, fresh)));
    }

    /// Nobody looks any more: what was made is not shown again.
    public void left() {
        async.cancel(this);
        made.set(null);
        problem.set(null);
    }

    /// Why none could be made.
    public ReadOnlyObjectProperty<@Nullable ApiException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    private Webhook webhook(URI server, String fresh) {
        String path = "/api/v1/webhooks/" + kind.id();
        return kind == ServiceKind.OVERSEERR
                ? new Webhook(server.resolve(path).toString(), fresh)
                : new Webhook(server.resolve(path + "/" + fresh).toString(), null);
    }

    /// Refuses webhooks of this service from now on.
    public void forget() {
        made.set(null);
        settings.reset(secret);
    }
}
