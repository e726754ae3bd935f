package io.medianest.server.platform;

import io.medianest.model.api.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Something that went wrong in a way that the caller is told about. Message and details are written for clients; the
/// cause is for the log alone.
public final class MediaNestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable String details;
    private final @Nullable Duration retryAfter;

    public MediaNestException(ErrorCode code, String message) {
        this(code, message, null, null, null);
    }

    public MediaNestException(ErrorCode code, String message, @Nullable String details) {
        this(code, message, details, null, null);
    }

    /// @param details what exactly was wrong: a field, an id, a service
    /// @param retryAfter when a repetition can help
    /// @param cause for the log; never shown to a client
    public MediaNestException(
            ErrorCode code,
            String message,
            @Nullable String details,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.details = details;
        this.retryAfter = retryAfter;
    }

    /// A value from the client that cannot be taken.
    ///
    /// @param field its name, which becomes the details
    public static MediaNestException invalid(String field, String message) {
        return new MediaNestException(ErrorCode.VALIDATION_ERROR, message, field);
    }

    public ErrorCode code() {
        return code;
    }

    public @Nullable String details() {
        return details;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
