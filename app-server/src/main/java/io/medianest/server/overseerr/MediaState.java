package io.medianest.server.overseerr;

/// How far Overseerr has got with a title.
public enum MediaState {
    UNKNOWN,
    PENDING,
    PROCESSING,
    PARTIALLY_AVAILABLE,
    AVAILABLE,
    BLOCKLISTED,
    DELETED;

    static MediaState of(int number) {
        return switch (number) {
            case 2 -> PENDING;
            case 3 -> PROCESSING;
            case 4 -> PARTIALLY_AVAILABLE;
            case 5 -> AVAILABLE;
            case 6 -> BLOCKLISTED;
            case 7 -> DELETED;
            default -> UNKNOWN;
        };
    }
}
