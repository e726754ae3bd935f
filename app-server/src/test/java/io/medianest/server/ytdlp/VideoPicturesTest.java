package io.medianest.server.ytdlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.testing.Guards;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoPicturesTest {
    private final LoopbackService service = LoopbackService.start();
    private final HttpUpstream http = HttpUpstream.open(Duration.ofSeconds(60), Duration.ofSeconds(60));
    private Set<String> trusted = Set.of(service.url().getAuthority());
    private final VideoPictures pictures =
            new VideoPictures(Guards.impatient(VideoPictures.POLICY), http, () -> trusted);

    @AfterEach
    void close() {
        http.close();
        service.close();
    }

    @Test
    @DisplayName("a host that somebody set is asked, wherever it is, until it is taken back")
    void trusted() {
        service.on("/a.jpg", new Answer(200, Map.of("Content-Type", "image/jpeg"), "JPEG"));
        assertThat(pictures.fetch(service.url() + "/a.jpg?size=1")).hasSize(4);
        assertThat(service.asked().getFirst().query()).isEqualTo("size=1");

        trusted = Set.of();
        assertThat(failureOf(service.url() + "/a.jpg")).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(service.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/a.jpg",
                "https://localhost/a.jpg",
                "https://[::1]/a.jpg",
                "https://[::ffff:127.0.0.1]/a.jpg",
                "https://192.168.1.1/a.jpg",
                "https://169.254.169.254/latest/meta-data",
                "https://2130706433/a.jpg",
                "https://8.8.8.8:8443/a.jpg",
                "http://8.8.8.8/a.jpg",
                "ftp://8.8.8.8/a.jpg",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "//8.8.8.8/a.jpg",
                "https://mia@8.8.8.8/a.jpg",
                "https:/a.jpg",
                "no address",
                ""
            })
    @DisplayName("nothing else is asked that is not public and speaks https, however it is written")
    void elsewhere(String address) {
        assertThat(failureOf(address)).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    @DisplayName("a host that was set may not be left by what it answers")
    void redirect() {
        service.on("/a.jpg", new Answer(302, Map.of("Location", "http://localhost:1/secret"), ""));
        assertThat(failureOf(service.url() + "/a.jpg")).isEqualTo(ErrorCode.UPSTREAM_ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "404, NOT_FOUND",
        "410, NOT_FOUND",
        "500, UPSTREAM_ERROR",
        "403, UPSTREAM_ERROR",
        "429, SERVICE_UNAVAILABLE"
    })
    @DisplayName("what is not there is told apart from what is not to be had")
    void answers(int status, ErrorCode code) {
        service.on("/a.jpg", Answer.json(status, "{}"));
        assertThat(failureOf(service.url() + "/a.jpg")).isEqualTo(code);
    }

    @Test
    @DisplayName("what is no picture is not handed on")
    void page() {
        service.on("/a.jpg", Answer.html(200));
        assertThat(failureOf(service.url() + "/a.jpg")).isEqualTo(ErrorCode.UPSTREAM_ERROR);
    }

    private ErrorCode failureOf(String address) {
        return Objects.requireNonNull(
                        catchThrowableOfType(MediaNestException.class, () -> pictures.fetch(address)), address)
                .code();
    }
}
