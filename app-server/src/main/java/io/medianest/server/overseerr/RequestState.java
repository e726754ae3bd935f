package io.medianest.server.overseerr;

/// What Overseerr decided about a request.
public enum RequestState {
    PENDING,
    APPROVED,
    DECLINED,
    FAILED,
    COMPLETED,
    /// A number of a newer version.
    UNKNOWN;

    static RequestState of(int number) {
        return switch (number) {
            case 1 -> PENDING;
            case 2 -> APPROVED;
            case 3 -> DECLINED;
            case 4 -> FAILED;
            case 5 -> COMPLETED;
            default -> UNKNOWN;
        };
    }
}
