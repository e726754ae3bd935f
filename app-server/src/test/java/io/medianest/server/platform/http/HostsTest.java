package io.medianest.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.network.Machine;
import io.medianest.server.platform.network.OwnAddresses;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
    private static final Machine ATTIC =
            new Machine("attic", List.of(InetAddress.ofLiteral("192.168.1.20"), InetAddress.ofLiteral("fd00::20")));

    private final Hosts hosts = new Hosts(new OwnAddresses(() -> ATTIC, new MovableClock()), Set.of("nest.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:4000",
                "Attic.local.",
                "attic.local:4000",
                "127.0.0.1:4000",
                "[::1]:4000",
                "192.168.1.20",
                "[FD00::20]:4000",
                "nest.example",
                "Nest.Example:443"
            })
    @DisplayName("own and configured names are taken with and without a port, in any case")
    void ours(String host) {
        assertThat(hosts.mean(host)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ":4000",
                "evil.example",
                "evil.example:4000",
                "nest.example.evil.example",
                "x.nest.example",
                "localhost@evil.example",
                "localhost/evil.example",
                "localhost:port",
                "localhost:4000:4000",
                "[::1",
                "::1",
                "[localhost.evil]",
                "192.168.1.21:4000",
                "attic local"
            })
    @DisplayName("no other name is, nor what is no host at all")
    void foreign(@Nullable String host) {
        assertThat(hosts.mean(host)).isFalse();
    }
}
