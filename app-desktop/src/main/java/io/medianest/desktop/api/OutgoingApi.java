package io.medianest.desktop.api;

import io.medianest.model.outgoing.NewOutgoingTarget;
import io.medianest.model.outgoing.OutgoingTarget;
import io.medianest.model.outgoing.OutgoingTargetList;
import io.medianest.model.outgoing.OutgoingTest;

/// The part of the server's API that is about where notifications go beside the program; for admins. As with all of
/// [MediaNestApi], the methods block, are thread-safe and throw [ApiException].
public interface OutgoingApi {
    /// All targets, without their keys.
    OutgoingTargetList list();

    OutgoingTarget add(NewOutgoingTarget wish);

    /// What is absent in the wish stays.
    OutgoingTarget change(String id, NewOutgoingTarget wish);

    void remove(String id);

    /// Sends a word there, now and once.
    OutgoingTest test(String id);
}
