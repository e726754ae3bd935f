package io.medianest.server.platform.redis;

import java.util.LinkedHashSet;

/// The last messages that were heard. For the one thread that hears.
final class HeardOnce {
    /// What is sent once more comes at once, or seconds later at most.
    private static final int KEPT = 1_000;

    private final LinkedHashSet<String> ids = new LinkedHashSet<>();

    /// Whether it is heard for the first time.
    boolean isNew(String id) {
        if (!ids.add(id)) {
            return false;
        }
        if (ids.size() > KEPT) {
            ids.removeFirst();
        }
        return true;
    }
}
