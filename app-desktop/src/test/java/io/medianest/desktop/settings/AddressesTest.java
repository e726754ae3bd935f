package io.medianest.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource({
        "192.168.1.5:32400, http://192.168.1.5:32400",
        "10.0.0.7, http://10.0.0.7",
        "172.20.0.2:5055/seerr, http://172.20.0.2:5055/seerr",
        "100.101.2.3:8096, http://100.101.2.3:8096",
        "'  nas:5055 ', http://nas:5055",
        "localhost:3001, http://localhost:3001",
        "plex.local:32400, http://plex.local:32400",
        "kuma.fritz.box, http://kuma.fritz.box",
        "[fd00::7]:32400, http://[fd00::7]:32400",
        "requests.example.org, https://requests.example.org",
        "172.32.0.1, https://172.32.0.1",
        "[2001:db8::1]:5055, https://[2001:db8::1]:5055"
    })
    @DisplayName("what lacks its beginning gets it: without a certificate in the house, with one elsewhere")
    void completes(String written, String whole) {
        assertThat(Addresses.completed(written)).hasValue(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "http://nas:5055", "HTTPS://nas", "ftp://nas", "http:/nas", "my nas", ":5055", "a:b:c"
            })
    @DisplayName("what has a beginning, and what is no address with one either, stays as it is")
    void leaves(String written) {
        assertThat(Addresses.completed(written)).isEmpty();
    }
}
