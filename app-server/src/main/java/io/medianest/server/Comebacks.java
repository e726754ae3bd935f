package io.medianest.server;

import io.medianest.model.event.ServerEvent;
import io.medianest.model.status.ServiceState;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.platform.resilience.Guards;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Has what waits for a service go on when that is seen to be back, and not some minutes later when its turn would have
/// come. Thread-safe.
final class Comebacks {
    private final Guards guards;
    private final JobQueue jobs;
    private final Map<String, ServiceState> last = new ConcurrentHashMap<>();

    Comebacks(Guards guards, JobQueue jobs) {
        this.guards = guards;
        this.jobs = jobs;
    }

    void heard(ServerEvent event) {
        if (event instanceof ServerEvent.ServiceChecked(var service)) {
            var before = last.put(service.name(), service.status());
            // The first that is heard after a start counts as well: much may wait from before.
            if (answers(service.status()) && (before == null || !answers(before))) {
                try {
                    guards.tryNow(service.name());
                } finally {
                    jobs.wake(service.name());
                }
            }
        }
    }

    private static boolean answers(ServiceState state) {
        return switch (state) {
            case ONLINE, DEGRADED -> true;
            case OFFLINE, UNKNOWN -> false;
        };
    }
}
