package io.medianest.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Time that passes as everywhere, and at a word makes a leap. Thread-safe.
final class LeapingTime {
    private final AtomicLong ahead = new AtomicLong();

    void leap(Duration time) {
        ahead.addAndGet(time.toNanos());
    }

    ServerTime forServer() {
        return new ServerTime(new Leaping(), () -> System.nanoTime() + ahead.get());
    }

    private final class Leaping extends Clock {
        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plusNanos(ahead.get()).truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
