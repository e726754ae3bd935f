package io.medianest.desktop.request;

import io.medianest.model.request.RequestStatus;
import org.jspecify.annotations.Nullable;

/// Which requests to see, as far as their status goes.
public enum StatusChoice {
    ALL(null),
    PENDING(RequestStatus.PENDING),
    APPROVED(RequestStatus.APPROVED),
    AVAILABLE(RequestStatus.AVAILABLE),
    DENIED(RequestStatus.DENIED),
    CANCELLED(RequestStatus.CANCELLED);

    private final @Nullable RequestStatus status;

    StatusChoice(@Nullable RequestStatus status) {
        this.status = status;
    }

    @Nullable RequestStatus status() {
        return status;
    }

    boolean includes(RequestStatus other) {
        return status == null || status == other;
    }
}
