package io.medianest.server.lan;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.network.Machine;
import io.medianest.server.platform.network.OwnAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    private static final List<String> ADDRESSES =
            List.of("192.168.1.20", "172.17.0.1", "fd00:0:0:0:0:0:0:20", "fe80::1");

    private static Whereabouts at(String hostName, List<String> addresses, @Nullable String bound, @Nullable URI url) {
        var machine = new Machine(
                hostName, addresses.stream().map(InetAddress::ofLiteral).toList());
        var own = new OwnAddresses(() -> machine, new MovableClock());
        return new Whereabouts(own, bound == null ? null : InetAddress.ofLiteral(bound), url);
    }

    @Test
    @DisplayName("a server on all addresses is found at each by number, then by name, then by its long numbers")
    void everywhere() {
        assertThat(at("attic", ADDRESSES, null, null).urls(4000))
                .containsExactly(
                        "http://192.168.1.20:4000",
                        "http://172.17.0.1:4000",
                        "http://attic.local:4000",
                        "http://[fd00::20]:4000");
        assertThat(at("attic.example.org", ADDRESSES, "::", null).urls(1))
                .contains("http://attic.local:1", "http://attic.example.org:1", "http://[fd00::20]:1");
    }

    @Test
    @DisplayName("a server on one address is found there, one on all of IPv4 nowhere else")
    void bound() {
        assertThat(at("attic", ADDRESSES, "172.17.0.1", null).urls(4000))
                .containsExactly("http://172.17.0.1:4000", "http://attic.local:4000");
        assertThat(at("attic", ADDRESSES, "0.0.0.0", null).listening())
                .containsExactlyElementsOf(Stream.of("192.168.1.20", "172.17.0.1")
                        .map(InetAddress::ofLiteral)
                        .toList());
    }

    @Test
    @DisplayName("a server that keeps to its own machine has only that to offer, and nothing to announce")
    void loopback() {
        var alone = at("attic", ADDRESSES, "127.0.0.1", null);
        assertThat(alone.urls(4000)).containsExactly("http://127.0.0.1:4000", "http://localhost:4000");
        assertThat(alone.listening()).isEmpty();
        assertThat(at("attic", ADDRESSES, "::1", null).urls(4000))
                .containsExactly("http://localhost:4000", "http://[::1]:4000");
        assertThat(at("attic", List.of(), null, null).urls(4000)).startsWith("http://127.0.0.1:4000");
    }

    @Test
    @DisplayName("where a proxy serves it, that address comes first")
    void proxied() {
        assertThat(at("attic", ADDRESSES, null, URI.create("https://nest.example"))
                        .urls(4000))
                .startsWith("https://nest.example", "http://192.168.1.20:4000");
    }

    @Test
    @DisplayName("people know it by the first part of the machine's name")
    void names() {
        var attic = at("Attic.example.org", ADDRESSES, null, null);
        assertThat(attic.name()).isEqualTo("MediaNest on attic");
        assertThat(attic.hostName()).isEqualTo("attic");
    }
}
