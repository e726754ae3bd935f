package io.medianest.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    private final Origins origins = new Origins(Set.of("http://nas:8080", "https://nest.example"));

    @ParameterizedTest
    @CsvSource({
        "http://nas:8080, http://nas:8080",
        "HTTPS://Nest.Example, https://nest.example",
        "https://nest.example:443, https://nest.example",
        "http://nas:80, http://nas",
        "http://[fd00::20]:3000, http://[fd00::20]:3000"
    })
    @DisplayName("an origin has one form")
    void normal(String written, String compared) {
        assertThat(Origins.normal(written)).contains(compared);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "",
                "nas:8080",
                "ftp://nas",
                "http://nas/",
                "http://nas/a",
                "http://a@nas",
                "http://*"
            })
    @DisplayName("what is no origin of a page has none")
    void none(String written) {
        assertThat(Origins.normal(written)).isEmpty();
    }

    @Test
    @DisplayName("only the very origin that is named is taken")
    void exactly() {
        assertThat(origins.named("http://nas:8080")).isTrue();
        assertThat(origins.named("https://nest.example:443")).isTrue();
        for (var other : new String[] {
            "https://nas:8080", "http://nas", "http://nas:80801", "https://x.nest.example", "null", "http://nas:8080/"
        }) {
            assertThat(origins.named(other)).as(other).isFalse();
        }
    }

    @Test
    @DisplayName("live connections are for programs, for pages of the server itself and of named origins")
    void connections() {
        assertThat(origins.mayConnect(null, "nas:4000")).isTrue();
        assertThat(origins.mayConnect("http://NAS:4000", "nas:4000")).isTrue();
        assertThat(origins.mayConnect("https://nest.example", "127.0.0.1:4000")).isTrue();
        for (var other : new String[] {"http://nas:4001", "https://evil.example", "null", ""}) {
            assertThat(origins.mayConnect(other, "nas:4000")).as(other).isFalse();
        }
        assertThat(origins.mayConnect("null", null)).isFalse();
    }
}
