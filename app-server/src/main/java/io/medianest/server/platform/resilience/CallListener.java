package io.medianest.server.platform.resilience;

/// Hears of each call to an outside service, on the thread that made it. Must be quick and throw nothing.
public interface CallListener {
    /// For tests, and where nobody counts.
    CallListener NOBODY = new CallListener() {
        @Override
        public void answered(String service, long nanos) {}

        @Override
        public void failed(String service, UpstreamFailure.Kind kind, long nanos) {}

        @Override
        public void turnedAway(String service) {}
    };

    /// @param nanos how long it took
    void answered(String service, long nanos);

    /// @param nanos how long it took
    void failed(String service, UpstreamFailure.Kind kind, long nanos);

    /// The breaker was open: nothing was asked.
    void turnedAway(String service);
}
