package io.medianest.server.courier;

import io.medianest.model.outgoing.OutgoingKind;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.resilience.CallRules;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.resilience.UpstreamFailure;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;

/// Brings messages to wherever they go. Each is tried once: whoever sends them repeats what is worth it. Thread-safe.
public final class Courier {
    private static final Duration BUDGET = Duration.ofSeconds(15);

    private final Webhooks webhooks;
    private final Mail mail;
    private final Clock clock;

    public Courier(HttpUpstream http, Clock clock) {
        this.webhooks = new Webhooks(http, clock);
        this.mail = new Mail();
        this.clock = clock;
    }

    /// Sends a message and returns when it was taken.
    ///
    /// @throws MediaNestException `UPSTREAM_ERROR`, `UPSTREAM_TIMEOUT` or `SERVICE_UNAVAILABLE` with a sentence for
    ///     people and an [UpstreamFailure] as its cause, whose kind says whether a repetition can help
    public void send(Destination destination, Message message) {
        // A guard of its own for each message: one target that is down says nothing about another.
        var policy = new GuardPolicy("outgoing", name(destination.kind()), CallRules.USUAL, BUDGET);
        new Guard(policy, clock).callOnce(() -> {
            requireReachable(destination);
            if (destination.kind() == OutgoingKind.EMAIL) {
                mail.send(destination, message);
            } else {
                webhooks.send(destination, message);
            }
            return true;
        });
    }

    private static String name(OutgoingKind kind) {
        return switch (kind) {
            case DISCORD -> "Discord";
            case SLACK -> "Slack";
            case NTFY -> "ntfy";
            case GOTIFY -> "Gotify";
            case WEBHOOK, UNKNOWN -> "The address";
            case EMAIL -> "The mail server";
        };
    }

    /// A household's own network is fine; what no household has there is asked for by somebody who wants to look behind
    /// a hoster's curtain.
    private static void requireReachable(Destination destination) {
        try {
            for (var address : InetAddress.getAllByName(destination.address().getHost())) {
                if (address.isLinkLocalAddress() || address.isMulticastAddress() || address.isAnyLocalAddress()) {
                    throw UpstreamFailure.refused("is at an address that messages are not sent to");
                }
            }
        } catch (UnknownHostException e) {
            throw UpstreamFailure.broken("cannot be reached: nobody knows the name in its address", e);
        }
    }
}
