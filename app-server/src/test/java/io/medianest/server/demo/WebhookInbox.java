package io.medianest.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.model.api.Json;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Receives webhooks in MediaNest's place.
final class WebhookInbox implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BlockingQueue<Call> received = new LinkedBlockingQueue<>();
    private final StandIn server = StandIn.steady("inbox", new RouteList().post("/hook", this::take));

    void start() {
        server.start();
    }

    URI address() {
        return server.uri().resolve("/hook");
    }

    /// All up to and with the first of the given type.
    List<JsonNode> upTo(String type, String secret) throws InterruptedException {
        var all = new ArrayList<JsonNode>();
        do {
            var call = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (call == null || !call.header("Authorization").orElse("").equals(secret)) {
                throw new AssertionError("Wanted " + type + ", got " + call + " after " + all);
            }
            all.add(call.json());
        } while (!all.getLast().path("notification_type").asText().equals(type));
        return all;
    }

    @Override
    public void close() {
        server.close();
    }

    private Reply take(Call call) {
        received.add(call);
        return Reply.json(202, Json.strict().createObjectNode());
    }
}
