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
        public void turnedAway(String service, Reason reason) {}
    };

    /// @param nanos how long it took
    void answered(String service, long nanos);

    /// @param nanos how long it took
    void failed(String service, UpstreamFailure.Kind kind, long nanos);

    /// Nothing was asked.
    void turnedAway(String service, Reason reason);

    /// What has failed is tried once more.
    default void repeated(String service) {}

    /// The service has failed too often: from now on it is let alone.
    default void opened(String service) {}

    /// It has stood the test, or what went wrong is forgotten: from now on it is asked as usual.
    default void closed(String service) {}

    /// Why a call was not made.
    enum Reason {
        /// The service has failed too often.
        BREAKER,
        /// As many calls as there may be are under way.
        CONCURRENCY,
        /// As many calls as there may be were made in this time.
        RATE
    }
}
