package io.medianest.server.platform.config;

import io.medianest.server.platform.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where an outside service is and how to be let in. Wrong settings do not stop the program: they make the service
/// “not configured”, and `problem` says why.
///
/// @param url without a trailing slash
/// @param key API key or token
/// @param problem what is missing or wrong, in words for the keeper of the server; null when all is there
public record ServiceSettings(
        @Nullable URI url, @Nullable Secret key, @Nullable String problem) {

    public boolean isConfigured() {
        return url != null && problem == null;
    }
}
