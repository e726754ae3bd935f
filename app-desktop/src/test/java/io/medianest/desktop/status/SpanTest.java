package io.medianest.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.status.StatusHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SpanTest {
    private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");

    private static Span span(@Nullable Duration known) {
        Instant since = known == null ? null : NOW.minus(known);
        return Span.of(new StatusHistory("plex", "24h", 1.0, List.of(), since, null), Window.DAY, NOW);
    }

    @Test
    @DisplayName("a chart shows its whole window where so much is known, and where nothing is")
    void whole() {
        assertThat(span(Duration.ofDays(30)).begin()).isEqualTo(NOW.minus(Duration.ofDays(1)));
        assertThat(span(Duration.ofHours(23)).collecting()).isFalse();
        assertThat(span(null).collecting()).isFalse();
        assertThat(Span.of(null, Window.WEEK, NOW).length()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    @DisplayName("a young household's chart begins with the first check, and is never shorter than five minutes")
    void young() {
        assertThat(span(Duration.ofHours(2))).isEqualTo(new Span(NOW.minus(Duration.ofHours(2)), NOW, true));
        assertThat(span(Duration.ofSeconds(20)).length()).isEqualTo(Duration.ofMinutes(5));
    }
}
