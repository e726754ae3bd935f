package io.medianest.server.live;

import org.jspecify.annotations.Nullable;

/// What a client hears as `error`.
///
/// @param retryAfter seconds to wait
/// @param event that was not understood
record ClientError(
        String code,
        String message,
        @Nullable Integer retryAfter,
        @Nullable String event) {
    static ClientError tooMany() {
        return new ClientError("RATE_LIMITED", "Too many events", EventRate.RETRY_AFTER_SECONDS, null);
    }

    static ClientError unknown(String event) {
        return new ClientError("INVALID_EVENT", "There is no such event", null, event);
    }
}
