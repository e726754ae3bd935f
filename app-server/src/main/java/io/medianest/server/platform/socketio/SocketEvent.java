package io.medianest.server.platform.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An event from a client. Thread-safe, so that it can be acknowledged later.
public final class SocketEvent {
    private final String name;
    private final List<JsonNode> args;
    private final Consumer<@Nullable Object[]> reply;
    private final AtomicBoolean acknowledged = new AtomicBoolean();

    SocketEvent(String name, List<JsonNode> args, Consumer<@Nullable Object[]> reply) {
        this.name = name;
        this.args = args;
        this.reply = reply;
    }

    public String name() {
        return name;
    }

    public List<JsonNode> args() {
        return args;
    }

    /// An argument; a `MissingNode` when the client sent fewer.
    public JsonNode arg(int index) {
        return index < args.size() ? args.get(index) : MissingNode.getInstance();
    }

    /// Answers the client. Does nothing when it did not ask, was answered or is gone.
    public void acknowledge(@Nullable Object... values) {
        if (acknowledged.compareAndSet(false, true)) {
            reply.accept(values);
        }
    }
}
