package io.medianest.server.platform.resilience;

import io.medianest.model.admin.BreakerReport;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The guards of all outside services, for those who look after them. Thread-safe.
public final class Guards {
    private final Clock clock;
    private final CallListener listener;
    private final List<Guard> all = new CopyOnWriteArrayList<>();

    /// @param listener hears of the calls through all of them
    public Guards(Clock clock, CallListener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /// Makes the guard of a service.
    public Guard before(GuardPolicy policy) {
        var guard = new Guard(policy, clock, Thread::sleep, listener);
        all.add(guard);
        return guard;
    }

    public List<BreakerReport> reports() {
        return all.stream().map(Guard::report).toList();
    }

    /// Lets calls to a service through again.
    ///
    /// @throws MediaNestException `NOT_FOUND` for a service that there is not
    public BreakerReport reset(String service) {
        var guard = all.stream()
                .filter(candidate -> candidate.policy().service().equals(service))
                .findFirst()
                .orElseThrow(() -> new MediaNestException(
                        ErrorCode.NOT_FOUND, "There is no circuit breaker of that name", service));
        guard.reset();
        return guard.report();
    }

    /// Lets calls to all services through again, for example because their addresses have changed.
    public void resetAll() {
        all.forEach(Guard::reset);
    }
}
