package io.medianest.desktop.api;

import io.medianest.model.outgoing.NewOutgoingTarget;
import io.medianest.model.outgoing.OutgoingTarget;
import io.medianest.model.outgoing.OutgoingTargetList;
import io.medianest.model.outgoing.OutgoingTest;
import java.util.Map;

/// Targets of notifications over HTTP.
final class HttpOutgoingApi implements OutgoingApi {
    private static final String TARGETS = "admin/outgoing";

    private final HttpCalls calls;

    HttpOutgoingApi(HttpCalls calls) {
        this.calls = calls;
    }

    @Override
    public OutgoingTargetList list() {
        return calls.get(Address.of(TARGETS), OutgoingTargetList.class);
    }

    @Override
    public OutgoingTarget add(NewOutgoingTarget wish) {
        return calls.post(Address.of(TARGETS), wish, OutgoingTarget.class);
    }

    @Override
    public OutgoingTarget change(String id, NewOutgoingTarget wish) {
        return calls.put(Address.of(TARGETS, id), wish, OutgoingTarget.class);
    }

    @Override
    public void remove(String id) {
        calls.delete(Address.of(TARGETS, id));
    }

    @Override
    public OutgoingTest test(String id) {
        return calls.post(Address.of(TARGETS, id, "test"), Map.of(), OutgoingTest.class);
    }
}
