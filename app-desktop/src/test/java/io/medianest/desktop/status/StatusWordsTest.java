package io.medianest.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import io.medianest.model.status.StatusHistory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatusWordsTest {
    private static final Instant NOW = FakeApi.NOW;

    private final Texts texts = new Texts(Locale.UK, Clock.fixed(NOW, ZoneOffset.UTC));
    private final StatusWords words = new StatusWords(texts);

    @Test
    @DisplayName("a chart says when the first check was, though its span begins before")
    void collecting() {
        Instant first = NOW.minus(Duration.ofMinutes(2));
        var history = new StatusHistory("plex", "24h", null, List.of(), first, null);
        Span span = Span.of(history, Window.DAY, NOW);

        assertThat(span.begin()).isBefore(first);
        assertThat(words.collecting(span, history)).isEqualTo("Collecting since " + texts.time(first));
    }

    @Test
    @DisplayName("what is not set up leads to the settings of the window, whatever its server calls them")
    void unset() {
        assertThat(words.message(FakeApi.unset("plex"))).contains("in the settings");
        var well = new ServiceStatus("plex", "Plex", ServiceState.ONLINE, 12L, NOW, null, 1.0, true);
        assertThat(words.message(well)).isEqualTo("All well");
    }
}
