package io.medianest.server.platform.resilience;

import java.time.Duration;

/// How much trouble with an outside service is borne, and how.
///
/// @param service its short name, the same in the configuration and in error details
/// @param displayName how people know it
/// @param failures so many in a row open the breaker
/// @param openFor how long nothing is tried then
/// @param trials so many calls must succeed afterwards before it counts as well again; one failure opens it
///     anew
/// @param budget how long one call may take in all, with its repetitions and the pauses between them
/// @param concurrent calls at the same time at most
public record GuardPolicy(
        String service,
        String displayName,
        int failures,
        Duration openFor,
        int trials,
        Duration budget,
        int concurrent) {
    private static final Duration REQUEST_BUDGET = Duration.ofSeconds(15);
    private static final int CONCURRENT = 16;

    /// The same for trying settings out, which somebody waits for.
    public GuardPolicy within(Duration shorter) {
        return new GuardPolicy(service, displayName, failures, openFor, trials, shorter, concurrent);
    }

    /// With the budget and the concurrency that suit calls which somebody is waiting for.
    public static GuardPolicy of(String service, String displayName, int failures, Duration openFor, int trials) {
        return new GuardPolicy(service, displayName, failures, openFor, trials, REQUEST_BUDGET, CONCURRENT);
    }
}
