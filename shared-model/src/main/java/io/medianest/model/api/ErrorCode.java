package io.medianest.model.api;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/// The stable names of everything that can go wrong, each with the HTTP status it is sent with.
/// Names are part of the API: they are never renamed and never reused.
public enum ErrorCode {
    MALFORMED_REQUEST(400),
    VALIDATION_ERROR(400),
    PIN_NOT_AUTHORIZED(400),
    INVALID_PIN(400),
    INVALID_PAIRING_CODE(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    ACCOUNT_SUSPENDED(403),
    ACCOUNT_PENDING(403),
    CSRF_TOKEN_MISSING(403),
    CSRF_TOKEN_INVALID(403),
    CSRF_TOKEN_EXPIRED(403),
    NOT_FOUND(404),
    USER_NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    ALREADY_REQUESTED(409),
    ALREADY_AVAILABLE(409),
    ALREADY_QUEUED(409),
    ALREADY_DOWNLOADED(409),
    INVALID_STATE(409),
    PAYLOAD_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    HOST_NOT_ALLOWED(421),
    RATE_LIMIT_EXCEEDED(429),
    INTERNAL_ERROR(500),
    UPSTREAM_ERROR(502),
    SERVICE_UNAVAILABLE(503),
    UPSTREAM_TIMEOUT(504),
    INSUFFICIENT_STORAGE(507),
    /// What a client reads when a newer server sends a code that it does not know. No server sends it.
    @JsonEnumDefaultValue
    UNKNOWN(500);

    private final int httpStatus;

    ErrorCode(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /// Whether an outside service failed, so that an older copy or a later attempt can help.
    public boolean isOutage() {
        return this == UPSTREAM_ERROR || this == UPSTREAM_TIMEOUT || this == SERVICE_UNAVAILABLE;
    }
}
