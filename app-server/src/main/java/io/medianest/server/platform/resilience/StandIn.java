package io.medianest.server.platform.resilience;

import java.util.function.Supplier;

/// Whether an older copy can stand in for what the current thread asks for. Then nobody waits until a service that
/// wants to be asked less takes the next call.
public final class StandIn {
    private static final ScopedValue<Boolean> AT_HAND = ScopedValue.newInstance();

    private StandIn() {}

    /// Runs `work` with an older copy at hand.
    public static <T> T atHand(Supplier<T> work) {
        return ScopedValue.where(AT_HAND, true).call(work::get);
    }

    static boolean isAtHand() {
        return AT_HAND.isBound();
    }
}
