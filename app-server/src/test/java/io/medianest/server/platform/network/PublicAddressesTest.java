package io.medianest.server.platform.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "142.250.185.110", "100.63.255.255", "172.32.0.1", "2a00:1450:4001::1", "2001:4860::1"
            })
    @DisplayName("the internet is public")
    void internet(String address) {
        assertThat(PublicAddresses.contain(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.19.255.255",
                "224.0.0.251",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:192.168.1.1",
                "64:ff9b::7f00:1",
                "fe80::1",
                "fd00::1",
                "ff02::fb",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::"
            })
    @DisplayName("what may lie inside a house or a machine is not, however it is written")
    void inside(String address) {
        assertThat(PublicAddresses.contain(InetAddress.ofLiteral(address))).isFalse();
    }
}
