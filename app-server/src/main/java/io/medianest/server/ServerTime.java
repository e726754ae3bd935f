package io.medianest.server;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/// How late it is for a server, and how time passes for it.
///
/// @param clock to the millisecond, as times are written down
/// @param nanoTime a clock that nobody sets, as [System#nanoTime()]
record ServerTime(Clock clock, LongSupplier nanoTime) {
    /// As it is for everybody.
    static ServerTime real() {
        return new ServerTime(Clock.tickMillis(ZoneOffset.UTC), System::nanoTime);
    }
}
