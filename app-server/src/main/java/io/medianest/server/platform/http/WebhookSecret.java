package io.medianest.server.platform.http;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.Secret;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What another service must show with its webhooks.
///
/// @param secret asked each time, so that a change works at once; null refuses them all
/// @param setting the key of the setting that holds it, for the message
public record WebhookSecret(Supplier<@Nullable Secret> secret, String setting) {
    /// One that stays.
    public WebhookSecret(@Nullable Secret secret, String setting) {
        this(() -> secret, setting);
    }

    /// In other programs people write the secret alone or as a bearer token, and here either of them.
    ///
    /// @throws MediaNestException `UNAUTHORIZED` when it is missing or wrong
    public void check(@Nullable String shown) {
        if (shown == null || !isSecret(shown)) {
            throw new MediaNestException(
                    ErrorCode.UNAUTHORIZED,
                    "The webhook's secret is missing or wrong: it must equal the setting " + setting);
        }
    }

    private boolean isSecret(String shown) {
        var wanted = secret.get();
        return wanted != null && (wanted.matches(shown) || wanted.matches(shown.replaceFirst("^Bearer ", "")));
    }
}
