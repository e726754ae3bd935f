package io.medianest.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.event.ServerEvent;
import io.medianest.server.platform.socketio.RawClient;
import io.medianest.server.platform.socketio.SocketIoConfig;
import io.medianest.server.testing.StalledSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SlowReaderTest {
    private static final int AT_ONCE = 100;

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    @DisplayName("a client that stops reading is closed when its outbox is full; the others miss nothing meanwhile")
    void slowReader() throws Exception {
        try (var server = LiveServer.start(SocketIoConfig.defaults(), () -> 0);
                var raw = new RawClient(server.port(), "/socket.io/");
                var stalled = StalledSocket.connect(server.port(), "/socket.io/?EIO=4&transport=websocket")) {
            var reader = raw.webSocket().send("40{\"token\":\"mia\"}");
            assertThat(reader.text()).startsWith("40{");
            assertThat(reader.text()).startsWith("42[\"state:initial\"");
            stalled.send("40{\"token\":\"mia\"}");
            while (server.sockets().namespace("/").sockets().size() < 2) {
                Thread.onSpinWait();
            }
            int version = 0;
            while (server.sockets().namespace("/").sockets().size() > 1) {
                for (int i = 0; i < AT_ONCE; i++) {
                    version++;
                    server.bus().publish(new ServerEvent.RequestChanged(LiveServer.request("usr_mia", version)));
                }
                for (int i = version - AT_ONCE + 1; i <= version; i++) {
                    assertThat(reader.text()).contains("\"version\":" + i + "}");
                }
            }
            assertThat(stalled.readsToTheEnd()).isTrue();
        }
    }
}
