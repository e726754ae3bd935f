package io.medianest.server.lan;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.settings.FoundKind;
import io.medianest.model.settings.FoundService;
import java.net.InetAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncedTest {
    private static Announced at(String host, int port) {
        return new Announced("attic", InetAddress.ofLiteral(host), port, "1.0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.5, http://192.168.1.5:32400",
        "10.0.0.7, http://10.0.0.7:32400",
        "127.0.0.1, http://127.0.0.1:32400",
        "fd00::20, http://[fd00::20]:32400"
    })
    @DisplayName("what is in the house is found there")
    void inside(String host, String address) {
        assertThat(at(host, 32_400).as(FoundKind.PLEX))
                .map(FoundService::address)
                .hasValue(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "8.8.8.8", "fe80::1", "2001:db8::1", "0.0.0.0", "224.0.0.251"})
    @DisplayName("nobody sends us to a place outside of it")
    void outside(String host) {
        assertThat(at(host, 32_400).as(FoundKind.MEDIANEST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65_536, 99_999})
    @DisplayName("a port that is none is not believed")
    void ports(int port) {
        assertThat(at("192.168.1.5", port).as(FoundKind.PLEX)).isEmpty();
    }

    @Test
    @DisplayName("names are one short line, and never empty")
    void names() {
        var host = InetAddress.ofLiteral("192.168.1.5");
        var loud = new Announced("a\r\nb\u001b[31m" + "x".repeat(4_000), host, 80, "1\n2");
        assertThat(loud.as(FoundKind.PLEX)).hasValueSatisfying(found -> {
            assertThat(found.name()).hasSize(80).startsWith("a b [31mx").doesNotContain("\n");
            assertThat(found.version()).isEqualTo("1 2");
        });
        assertThat(new Announced("  ", host, 80, null).as(FoundKind.PLEX))
                .map(FoundService::name)
                .hasValue("192.168.1.5");
    }
}
