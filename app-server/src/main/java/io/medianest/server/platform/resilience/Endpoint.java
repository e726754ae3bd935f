package io.medianest.server.platform.resilience;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where a configured service is, and the key to it.
public record Endpoint(URI url, @Nullable Secret key) {
    /// The key in clear, for the call's header.
    ///
    /// @throws MediaNestException `SERVICE_UNAVAILABLE` when there is none
    public String requireKey(String service) {
        if (key == null) {
            throw new MediaNestException(ErrorCode.SERVICE_UNAVAILABLE, "The key to it is missing", service);
        }
        return key.reveal();
    }
}
