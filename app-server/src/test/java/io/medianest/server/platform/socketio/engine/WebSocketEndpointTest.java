package io.medianest.server.platform.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.socket.SocketContext;
import io.helidon.common.uri.UriFragment;
import io.helidon.common.uri.UriPath;
import io.helidon.common.uri.UriQuery;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Method;
import io.helidon.http.WritableHeaders;
import io.helidon.websocket.WsSession;
import io.medianest.server.platform.socketio.RawClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WebSocketEndpointTest {
    private static final EngineConfig HASTY =
            new EngineConfig(Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofMillis(1), 1_000, 2, 16, 1_000);

    private final ScheduledThreadPoolExecutor timers =
            new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().factory());
    private final EngineServer server =
            new EngineServer(HASTY, new Nobody(), OriginPolicy.any(), new Strangers(2, ClientAddress.peer()), timers);

    @AfterEach
    void stop() {
        server.close();
        timers.shutdownNow();
    }

    @Test
    @DisplayName("a takeover that comes when the time for it is over costs the WebSocket only; polling goes on")
    void tooLate() throws Exception {
        var open = server.open(new EngineHandshake(Map.of(), Map.of(), "here")).orElseThrow();
        var sid = RawClient.sid(open.text());
        var endpoint = new WebSocketEndpoint(server);
        var prologue = HttpPrologue.create(
                "HTTP/1.1",
                "HTTP",
                "1.1",
                Method.GET,
                UriPath.create("/engine.io/"),
                UriQuery.create("EIO=4&transport=websocket&sid=" + sid),
                UriFragment.empty());
        endpoint.onHttpUpgrade(prologue, WritableHeaders.create());
        var socket = new Noting();
        endpoint.onOpen(socket);
        assertThat(socket.log.take()).isEqualTo("close 1000");

        endpoint.onMessage(socket, "5", true);

        var session = server.find(sid);
        assertThat(session).isNotNull();
        assertThat(session.polls()).isTrue();
    }

    private static final class Nobody implements EngineHandler {
        @Override
        public void onOpen(EngineSession session) {}

        @Override
        public void onMessage(EngineSession session, EngineMessage message) {}

        @Override
        public void onClose(EngineSession session, CloseReason reason) {}
    }

    /// A connection that notes what is written to it.
    private static final class Noting implements WsSession {
        private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

        @Override
        public WsSession send(String text, boolean last) {
            log.add(text);
            return this;
        }

        @Override
        public WsSession close(int code, String reason) {
            log.add("close " + code);
            return this;
        }

        @Override
        public WsSession send(BufferData bytes, boolean last) {
            throw new UnsupportedOperationException();
        }

        @Override
        public WsSession ping(BufferData payload) {
            throw new UnsupportedOperationException();
        }

        @Override
        public WsSession pong(BufferData payload) {
            throw new UnsupportedOperationException();
        }

        @Override
        public WsSession terminate() {
            throw new UnsupportedOperationException();
        }

        @Override
        public SocketContext socketContext() {
            throw new UnsupportedOperationException();
        }
    }
}
