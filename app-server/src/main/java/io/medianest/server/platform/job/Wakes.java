package io.medianest.server.platform.job;

import io.medianest.server.platform.db.Database;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which services are back, for the jobs that wait for them and for those that are just about to. Thread-safe.
final class Wakes {
    private static final Logger LOG = LoggerFactory.getLogger(Wakes.class);
    /// Services whose last return is remembered; there are about ten.
    private static final int REMEMBERED = 100;

    private final Database database;
    private final Clock clock;
    private final Set<String> back = ConcurrentHashMap.newKeySet();
    private final SequencedMap<String, Long> last = new LinkedHashMap<>();
    private long number;

    Wakes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A service is back; [#serve()] has what waits for it run.
    void add(String service) {
        remember(service);
        back.add(service);
    }

    private synchronized void remember(String service) {
        last.remove(service);
        last.put(service, ++number);
        if (last.size() > REMEMBERED) {
            last.pollFirstEntry();
        }
    }

    /// Has what waits for a service looked for once more.
    void again(String service) {
        back.add(service);
    }

    /// How many returns there were so far: for [#since(String, long)]. A clock would not tell which of two was first.
    synchronized long number() {
        return number;
    }

    /// Whether a service has come back, or what it belongs to.
    ///
    /// @param before how many returns there had been
    synchronized boolean since(String service, long before) {
        return last.entrySet().stream()
                .filter(entry -> entry.getValue() > before)
                .map(Map.Entry::getKey)
                .anyMatch(family -> service.equals(family) || service.startsWith(family + "-"));
    }

    /// Has run now what waits for the services that are back.
    void serve() {
        List.copyOf(back).forEach(this::serve);
    }

    private void serve(String service) {
        back.remove(service);
        try {
            int woken = database.inside(tx -> tx.store(JobStore.class).wake(service, clock.instant()));
            if (woken > 0) {
                LOG.info("{} is back, for which {} jobs have waited: they run now", service, woken);
            }
        } catch (RuntimeException e) {
            back.add(service);
            throw e;
        }
    }
}
