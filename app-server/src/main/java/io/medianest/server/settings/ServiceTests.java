package io.medianest.server.settings;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.settings.ServiceProblem;
import io.medianest.model.settings.ServiceTest;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.resilience.UpstreamFailure;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /// Asks a service once, with the values of all settings; throws [MediaNestException] saying what is wrong.
    @FunctionalInterface
    public interface Trial extends Function<Map<Setting, String>, Found> {}

    /// What a service said of itself.
    ///
    /// @param version or a few words about it
    /// @param outdated why it is too old to be relied on; null when it is not
    public record Found(String version, @Nullable String outdated) {
        public Found(String version) {
            this(version, null);
        }

        /// A service that says its version.
        ///
        /// @param oldest the oldest version that is known to work
        public static Found of(String name, String version, String oldest) {
            return Versions.isBefore(version, oldest)
                    ? new Found(
                            version,
                            "%s %s is older than %s, the oldest that is known to work: update it"
                                    .formatted(name, version, oldest))
                    : new Found(version);
        }
    }

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
            var found = trial.apply(values);
            var took = Duration.ofNanos(nanoTime.getAsLong() - begun);
            var problem = found.outdated() == null ? null : ServiceProblem.OUTDATED;
            return new ServiceTest(
                    service, true, found.version(), Math.max(1, took.toMillis()), problem, found.outdated());
        } catch (MediaNestException e) {
            return new ServiceTest(
                    service, false, null, null, problem(e, service, values), String.valueOf(e.getMessage()));
        }
    }

    private static ServiceProblem problem(MediaNestException refusal, String service, Map<Setting, String> values) {
        if (refusal.getCause() instanceof UpstreamFailure failure) {
            return failure.problem();
        }
        if (refusal.code() != ErrorCode.SERVICE_UNAVAILABLE) {
            return ServiceProblem.FAILING;
        }
        // Nobody was asked: something is missing.
        return Setting.of(service + ".url")
                .map(address -> values.getOrDefault(address, "").isEmpty()
                        ? ServiceProblem.ADDRESS_MISSING
                        : ServiceProblem.KEY_MISSING)
                .orElse(ServiceProblem.NOT_INSTALLED);
    }
}
