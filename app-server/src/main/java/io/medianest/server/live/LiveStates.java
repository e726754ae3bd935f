package io.medianest.server.live;

import io.medianest.model.event.LiveState;
import io.medianest.server.platform.security.Caller;

/// Gathers what somebody sees at first: their own things, or everybody's for an admin.
@FunctionalInterface
public interface LiveStates {
    /// @param seq to be put into the state
    LiveState gather(Caller caller, long seq);
}
