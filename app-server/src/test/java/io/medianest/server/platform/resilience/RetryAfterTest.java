package io.medianest.server.platform.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What services write into `Retry-After`, sensible or not.
class RetryAfterTest {
    private static final String NOW = "Sun, 29 Nov 2026 12:00:00 GMT";

    private static @Nullable Duration read(String retryAfter, @Nullable String date) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Retry-After", List.of(retryAfter));
        if (date != null) {
            headers.put("Date", List.of(date));
        }
        return new UpstreamReply(429, HttpHeaders.of(headers, (name, value) -> true), new byte[0]).retryAfter();
    }

    @ParameterizedTest
    @CsvSource({
        "30, 30",
        "' 7 ', 7",
        "0, 1",
        "3600, 3600",
        "259200, 3600",
        "99999999999999999999999999, 3600",
        "'Sun, 29 Nov 2026 12:00:42 GMT', 42",
        "'Sun, 29 Nov 2026 11:00:00 GMT', 1",
        "'Wed, 02 Dec 2026 12:00:00 GMT', 3600",
        "'Fri, 31 Dec 9999 23:59:59 GMT', 3600"
    })
    @DisplayName("seconds and moments are taken, what is over or far away within bounds")
    void taken(String retryAfter, long seconds) {
        assertThat(read(retryAfter, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-5",
                "1.5",
                "soon",
                "٣",
                "Sun, 29 Nov 2026",
                "Mon, 29 Nov 2026 12:00:42 GMT",
                "2026-11-29T12:00:42Z"
            })
    @DisplayName("what makes no sense is as if nothing were said")
    void garbage(String retryAfter) {
        assertThat(read(retryAfter, NOW)).isNull();
    }

    @Test
    @DisplayName(
            "a moment is one of the service's clock: without knowing that, or with nonsense there, it says nothing")
    void noClock() {
        assertThat(read("Sun, 29 Nov 2026 12:00:42 GMT", null)).isNull();
        assertThat(read("Sun, 29 Nov 2026 12:00:42 GMT", "today")).isNull();
    }
}
