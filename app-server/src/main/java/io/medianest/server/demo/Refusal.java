package io.medianest.server.demo;

/// Ends the handling of a call with the reply that the real service would refuse it with.
final class Refusal extends RuntimeException {
    private final transient Reply reply;

    Refusal(Reply reply) {
        super("Refused with status " + reply.status(), null, false, false);
        this.reply = reply;
    }

    Reply reply() {
        return reply;
    }
}
