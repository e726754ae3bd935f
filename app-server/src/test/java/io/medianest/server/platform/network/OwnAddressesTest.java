package io.medianest.server.platform.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.MovableClock;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnAddressesTest {
    private final MovableClock clock = new MovableClock();
    private final AtomicInteger looks = new AtomicInteger();
    private volatile Machine machine = at("192.168.1.20", "fd00::20");
    private final OwnAddresses own = new OwnAddresses(this::look, clock);

    private Machine look() {
        looks.incrementAndGet();
        return machine;
    }

    private static Machine at(String... addresses) {
        return new Machine(
                "Attic.example.org",
                List.of(addresses).stream().map(InetAddress::ofLiteral).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "nest.localhost",
                "attic",
                "attic.local",
                "attic.lan",
                "attic.home.arpa",
                "attic.example.org",
                "127.0.0.1",
                "127.8.9.10",
                "::1",
                "0:0:0:0:0:0:0:1",
                "192.168.1.20",
                "fd00::20",
                "fd00:0::0020"
            })
    @DisplayName("the machine's names and addresses lead here, however they are written")
    void ours(String host) {
        assertThat(own.leadsHere(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "attic.evil.example",
                "localhost.evil.example",
                "notlocalhost",
                "evil.local",
                "192.168.1.21",
                "fd00::21",
                "0.0.0.0",
                "::",
                "192.168.1.20.evil.example"
            })
    @DisplayName("nothing else does")
    void foreign(String host) {
        assertThat(own.leadsHere(host)).isFalse();
    }

    @Test
    @DisplayName("a new address is known some seconds later, and until then nobody looks again")
    void changes() {
        assertThat(own.leadsHere("192.168.1.20")).isTrue();
        machine = at("10.0.0.7");

        clock.advance(Duration.ofSeconds(4));
        assertThat(own.leadsHere("10.0.0.7")).isFalse();
        assertThat(looks).hasValue(1);

        clock.advance(Duration.ofSeconds(2));
        assertThat(own.leadsHere("10.0.0.7")).isTrue();
        assertThat(own.leadsHere("192.168.1.20")).isFalse();
        assertThat(looks).hasValue(2);
    }

    @Test
    @DisplayName("a clock that is put back does not keep old addresses alive")
    void clockPutBack() {
        own.machine();
        machine = at("10.0.0.7");
        clock.advance(Duration.ofDays(-1));

        assertThat(own.leadsHere("10.0.0.7")).isTrue();
    }

    @Test
    @DisplayName("the machine that runs this has a name, and no address of its own that it does not list")
    void real() {
        var real = OwnAddresses.ofThisMachine(Clock.systemUTC());

        assertThat(real.machine().hostName()).isNotBlank().isLowerCase();
        assertThat(real.machine().addresses()).noneMatch(InetAddress::isLoopbackAddress);
        for (var address : real.machine().addresses()) {
            assertThat(real.leadsHere(address.getHostAddress().replaceFirst("%.*", "")))
                    .as("%s", address)
                    .isTrue();
        }
    }
}
