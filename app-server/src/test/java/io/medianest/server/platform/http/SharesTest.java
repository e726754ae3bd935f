package io.medianest.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SharesTest {
    private static final InetAddress NEIGHBOUR = InetAddress.ofLiteral("192.0.2.7");

    private final Shares shares = new Shares(2, 3, InetAddress::isLoopbackAddress);

    @Test
    @DisplayName("a neighbour has its share and no more, until it gives something back; another has its own")
    void perAddress() {
        assertThat(shares.take(NEIGHBOUR)).isTrue();
        assertThat(shares.take(NEIGHBOUR)).isTrue();
        assertThat(shares.take(NEIGHBOUR)).isFalse();
        assertThat(shares.take(InetAddress.ofLiteral("192.0.2.8"))).isTrue();

        shares.giveBack(NEIGHBOUR);
        assertThat(shares.take(NEIGHBOUR)).isTrue();
    }

    @Test
    @DisplayName("who takes another address of the same IPv6 network each time is bounded by the network")
    void perNetwork() {
        for (int host = 1; host <= 3; host++) {
            assertThat(shares.take(InetAddress.ofLiteral("2001:db8:1:2::" + host)))
                    .isTrue();
        }
        assertThat(shares.take(InetAddress.ofLiteral("2001:db8:1:2::4"))).isFalse();
        assertThat(shares.take(InetAddress.ofLiteral("2001:db8:1:3::4"))).isTrue();
        assertThat(shares.take(NEIGHBOUR)).isTrue();

        shares.giveBack(InetAddress.ofLiteral("2001:db8:1:2::1"));
        assertThat(shares.take(InetAddress.ofLiteral("2001:db8:1:2::4"))).isTrue();
    }

    @Test
    @DisplayName("this machine may have all")
    void exempt() {
        for (int i = 0; i < 10; i++) {
            assertThat(shares.take(InetAddress.getLoopbackAddress())).isTrue();
        }
    }
}
