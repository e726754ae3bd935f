package io.medianest.server;

import io.medianest.server.platform.resilience.CallListener;
import io.medianest.server.platform.resilience.UpstreamFailure;
import java.util.function.Consumer;

/// Has something done about what is heard of calls, beside their being counted.
///
/// @param meter counts
/// @param onTrouble hears of a service that has begun to be let alone: everybody is to know at once
/// @param onComeback hears of one that is asked as usual again: much may have waited for it
record WatchedCalls(CallListener meter, Consumer<String> onTrouble, Consumer<String> onComeback)
        implements CallListener {
    @Override
    public void answered(String service, long nanos) {
        meter.answered(service, nanos);
    }

    @Override
    public void failed(String service, UpstreamFailure.Kind kind, long nanos) {
        meter.failed(service, kind, nanos);
    }

    @Override
    public void turnedAway(String service, Reason reason) {
        meter.turnedAway(service, reason);
    }

    @Override
    public void repeated(String service) {
        meter.repeated(service);
    }

    @Override
    public void opened(String service) {
        meter.opened(service);
        onTrouble.accept(service);
    }

    @Override
    public void closed(String service) {
        meter.closed(service);
        onComeback.accept(service);
    }
}
