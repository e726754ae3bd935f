package io.medianest.server.settings;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.settings.ServiceTest;
import io.medianest.server.platform.MediaNestException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// Tries services with settings that may not be saved yet. Thread-safe.
public final class ServiceTests {
    private final Map<String, Trial> trials;
    private final LongSupplier nanoTime;

    /// @param trials by the service's short name
    /// @param nanoTime for example `System::nanoTime`
    public ServiceTests(Map<String, Trial> trials, LongSupplier nanoTime) {
        this.trials = Map.copyOf(trials);
        this.nanoTime = nanoTime;
    }

    /// Asks a service once, with the values of all settings.
    ///
    /// Returns its version, or a few words about it; throws [MediaNestException] saying what is wrong.
    @FunctionalInterface
    public interface Trial extends Function<Map<Setting, String>, String> {}

    /// @throws MediaNestException `NOT_FOUND` for a service that there is not; what is wrong with one that there is
    ///     stands in the result
    ServiceTest test(String service, Map<Setting, String> values) {
        var trial = trials.get(service);
        if (trial == null) {
            throw new MediaNestException(
                    ErrorCode.NOT_FOUND,
                    "There is no such service: it must be one of "
                            + trials.keySet().stream().sorted().collect(Collectors.joining(", ")),
                    service);
        }
        long begun = nanoTime.getAsLong();
        try {
            var version = trial.apply(values);
            var took = Duration.ofNanos(nanoTime.getAsLong() - begun);
            return new ServiceTest(service, true, version, Math.max(1, took.toMillis()), null);
        } catch (MediaNestException e) {
            return new ServiceTest(service, false, null, null, String.valueOf(e.getMessage()));
        }
    }
}
