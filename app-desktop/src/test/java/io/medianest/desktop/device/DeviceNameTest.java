package io.medianest.desktop.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.ui.Texts;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceNameTest {
    private final Texts texts = new Texts(Locale.UK, Clock.systemUTC());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            iPhone · Safari | Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1
            Android · Chrome | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Mobile Safari/537.36
            Windows · Edge | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Safari/537.36 Edg/137.0.0.0
            Mac · Safari | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15
            Linux · Firefox | Mozilla/5.0 (X11; Linux x86_64; rv:139.0) Gecko/20100101 Firefox/139.0
            A device without a name | Mozilla/5.0
            Kitchen phone | Kitchen phone""")
    @DisplayName("a browser is called by its machine and its name, anything else as it says itself")
    void names(String name, String device) {
        assertThat(DeviceName.of(device, texts)).isEqualTo(name);
    }

    @Test
    @DisplayName("what says nothing has a name still")
    void unnamed() {
        assertThat(DeviceName.of(null, texts)).isEqualTo(texts.get("devices.unnamed"));
    }
}
