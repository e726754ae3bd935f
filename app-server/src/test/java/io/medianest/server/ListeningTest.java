package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medianest.server.settings.Setting;
import io.medianest.server.settings.WrongSetting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ListeningTest {
    private final Listening listening = new Listening();

    private static ServerConfig.Http at(String host, int port) {
        return new ServerConfig.Http(host, port, false, false, null, Set.of(), Set.of(), Set.of(), false);
    }

    private Setting refused(String host, int port) {
        return catchThrowableOfType(WrongSetting.class, () -> listening.check(at(host, port)))
                .setting();
    }

    @Test
    @DisplayName("addresses of others and ports of others cannot be listened on, what this program has itself can")
    void places() throws IOException {
        listening.check(at("", 0));
        listening.check(at("127.0.0.1", 0));
        // Of a network for examples, which nobody is in.
        assertThat(refused("192.0.2.1", 0)).isEqualTo(Setting.SERVER_HOST);
        assertThat(refused("no.such.host.invalid", 0)).isEqualTo(Setting.SERVER_HOST);
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refused("127.0.0.1", taken.getLocalPort())).isEqualTo(Setting.SERVER_PORT);
            listening.on(taken.getLocalPort());
            listening.check(at("127.0.0.1", taken.getLocalPort()));
        }
    }
}
