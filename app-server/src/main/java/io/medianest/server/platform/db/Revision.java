package io.medianest.server.platform.db;

import io.medianest.server.platform.link.Link;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A number that grows with each change of a table, on whatever server it is made: what was worked out of the rows is
/// good as long as it stays the same. While the servers cannot tell each other it grows each second. Thread-safe.
public final class Revision {
    private final String topic;
    private final Link link;
    private final AtomicLong number = new AtomicLong();
    private final AtomicLong second = new AtomicLong();

    Revision(String table, Link link) {
        this.topic = "revised:" + table;
        this.link = link;
        link.on(topic, nothing -> number.incrementAndGet());
        link.onGap(number::incrementAndGet);
    }

    public long get() {
        if (!link.isUp()) {
            long now = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
            if (second.getAndSet(now) != now) {
                return number.incrementAndGet();
            }
        }
        return number.get();
    }

    /// Something was changed here, and is durable.
    public void grow() {
        number.incrementAndGet();
        link.tell(topic, "");
    }
}
