package io.medianest.server.platform.resilience;

import io.medianest.model.admin.BreakerReport;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// The guards of all outside services, for those who look after them. Thread-safe.
public final class Guards {
    private final Clock clock;
    private final Clock steady;
    private final CallListener listener;
    private final UnaryOperator<GuardPolicy> pace;
    private final List<Guard> all = new CopyOnWriteArrayList<>();

    /// @param clock tells people when something was
    /// @param steady tells how long something has been, whatever `clock` is set to
    /// @param listener hears of the calls through all of them
    public Guards(Clock clock, Clock steady, CallListener listener) {
        this(clock, steady, listener, UnaryOperator.identity());
    }

    /// As the other one.
    ///
    /// @param pace makes of how much trouble is borne usually how much is borne here
    public Guards(Clock clock, Clock steady, CallListener listener, UnaryOperator<GuardPolicy> pace) {
        this.clock = clock;
        this.steady = steady;
        this.listener = listener;
        this.pace = pace;
    }

    /// Makes the guard of a service.
    public Guard before(GuardPolicy policy) {
        var guard = new Guard(pace.apply(policy), clock, steady, Thread::sleep, listener);
        all.add(guard);
        return guard;
    }

    /// Has other rules hold for calls to a service and what belongs to it. How many calls there may be at the same
    /// time is said for the service itself alone: its pictures must never take its place.
    ///
    /// @param rules by the name of the service
    public void change(Map<String, CallRules> rules) {
        rules.forEach((family, given) -> all.stream()
                .filter(guard -> guard.policy().belongsTo(family))
                .forEach(guard -> guard.change(
                        guard.policy().service().equals(family)
                                ? given
                                : given.concurrently(guard.policy().rules().concurrent()))));
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

    /// Has a service and what belongs to it begin anew, for example because its address has changed: nothing of the old
    /// one counts, not even what is asked there at this moment.
    public void beginAnew(String family) {
        all.stream().filter(guard -> guard.policy().belongsTo(family)).forEach(Guard::beginAnew);
    }

    /// Somebody else says that a service is well: what belongs to it and is let alone is tried at once.
    public void tryNow(String family) {
        all.stream().filter(guard -> guard.policy().belongsTo(family)).forEach(Guard::tryNow);
    }
}
