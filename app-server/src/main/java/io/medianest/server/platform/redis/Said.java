package io.medianest.server.platform.redis;

/// What one server says to all.
///
/// @param number another one each time, so that what was sent twice is known again
/// @param receipt whether it wants to hear that it was taken
record Said(String from, long number, Receipt receipt, String topic, String message) {
    private static final String BETWEEN = "\n";
    private static final int PARTS = 5;

    enum Receipt {
        WANTED,
        NOT_WANTED
    }

    /// No other message has it.
    String id() {
        return from + "/" + number;
    }

    String text() {
        return String.join(BETWEEN, from, Long.toString(number), receipt.name(), topic, message);
    }

    /// @throws IllegalArgumentException when it is nothing that a server of this kind says
    static Said parse(String text) {
        var parts = text.split(BETWEEN, PARTS);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not a message in five parts");
        }
        return new Said(parts[0], Long.parseLong(parts[1]), Receipt.valueOf(parts[2]), parts[3], parts[4]);
    }
}
