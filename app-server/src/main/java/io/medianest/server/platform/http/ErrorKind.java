package io.medianest.server.platform.http;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.resilience.UpstreamFailure;
import java.io.IOException;
import java.util.Locale;

/// Whose fault it is that a request failed.
public enum ErrorKind {
    /// What was asked for cannot be: it is not there, not allowed, not understood.
    CLIENT,
    /// Ours.
    SERVER,
    /// An outside service could not be reached in time.
    NETWORK,
    /// An outside service is down, wants to be left alone or talks nonsense.
    INTEGRATION;

    static ErrorKind of(ErrorCode code, Throwable failure) {
        if (code.isOutage()) {
            return isNetwork(code, failure) ? NETWORK : INTEGRATION;
        }
        return code.httpStatus() < 500 ? CLIENT : SERVER;
    }

    private static boolean isNetwork(ErrorCode code, Throwable failure) {
        return code == ErrorCode.UPSTREAM_TIMEOUT
                || (failure instanceof MediaNestException
                        && failure.getCause() instanceof UpstreamFailure upstream
                        && upstream.getCause() instanceof IOException);
    }

    /// For figures and logs.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
