package io.medianest.server.platform.resilience;

import java.time.Duration;

/// How much trouble with an outside service is borne, and how.
///
/// @param service its short name, the same in the configuration and in error details
/// @param displayName how people know it
/// @param rules how it is asked
/// @param budget how long one call may take in all, with its repetitions and the pauses between them
public record GuardPolicy(String service, String displayName, CallRules rules, Duration budget) {

    /// @param failures so many in a row open the breaker
    /// @param openFor how long nothing is tried then
    /// @param trials so many calls must succeed afterwards
    /// @param concurrent calls at the same time at most
    public GuardPolicy(
            String service,
            String displayName,
            int failures,
            Duration openFor,
            int trials,
            Duration budget,
            int concurrent) {
        this(
                service,
                displayName,
                CallRules.USUAL.breaking(failures, openFor, trials).concurrently(concurrent),
                budget);
    }

    /// With the budget and the concurrency that suit calls which somebody is waiting for.
    public static GuardPolicy of(String service, String displayName, int failures, Duration openFor, int trials) {
        return new GuardPolicy(
                service, displayName, CallRules.USUAL.breaking(failures, openFor, trials), Deadline.OF_A_REQUEST);
    }

    /// The same for trying settings out, which somebody waits for.
    public GuardPolicy within(Duration shorter) {
        return new GuardPolicy(service, displayName, rules, shorter);
    }

    /// The same for another service.
    public GuardPolicy named(String service, String displayName) {
        return new GuardPolicy(service, displayName, rules, budget);
    }

    /// The same with other rules.
    public GuardPolicy with(CallRules other) {
        return new GuardPolicy(service, displayName, other, budget);
    }

    /// The same with another time for a whole reply.
    public GuardPolicy readingIn(Duration timeout) {
        return with(rules.readingIn(timeout));
    }

    /// Whether the settings of a service hold for this one: `plex` for `plex-tv` too.
    boolean belongsTo(String family) {
        return service.equals(family) || service.startsWith(family + "-");
    }

    /// So many failures in a row open the breaker.
    public int failures() {
        return rules.failures();
    }

    Duration openFor() {
        return rules.openFor();
    }

    int trials() {
        return rules.trials();
    }
}
