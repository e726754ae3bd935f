package io.medianest.server.ytdlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.json.Fields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ProgressMeterTest {
    private static final Offset<Double> NEARLY = Offset.offset(0.01);

    private final MovableClock clock = new MovableClock();
    private final ProgressMeter meter = new ProgressMeter(clock);

    @Test
    @DisplayName("two streams weigh as much as they are large, and their bytes add up")
    void bySize() throws IOException {
        plan("[{'filesize':900},{'filesize_approx':100}]");

        assertThat(percent("{'status':'downloading','downloaded_bytes':450,'total_bytes':900}"))
                .isEqualTo(49.5 * 0.9, NEARLY);
        assertThat(percent("{'status':'finished','downloaded_bytes':900,'total_bytes':900}"))
                .isEqualTo(99 * 0.9, NEARLY);
        var last = update("{'status':'downloading','downloaded_bytes':50,'total_bytes':100,'speed':25.4}");
        assertThat(last.percent()).isEqualTo(99 * 0.95, NEARLY);
        assertThat(last.downloadedBytes()).isEqualTo(950);
        assertThat(last.totalBytes()).isEqualTo(1000);
        assertThat(last.speedBytesPerSecond()).isEqualTo(25);
        assertThat(last.etaSeconds()).isEqualTo(2);
        assertThat(percent("{'status':'finished','total_bytes':100}")).isEqualTo(99, NEARLY);
        assertThat(meter.done(1000)).isEqualTo(new FetchProgress(100, 1000, 1000L, null, 0L));
    }

    @Test
    @DisplayName("where sizes are not known the bit rates tell, else that pictures are larger than sound")
    void byRate() throws IOException {
        plan("[{'tbr':300,'vcodec':'avc1','filesize':5},{'tbr':100,'vcodec':'none'}]");
        assertThat(percent("{'status':'finished','downloaded_bytes':5}")).isEqualTo(99 * 0.75, NEARLY);

        plan("[{'vcodec':'avc1'},{'vcodec':'none','tbr':100}]");
        var other = new ProgressMeter(clock);
        other.plan(fields("[{'vcodec':'avc1'},{'vcodec':'none','tbr':100}]").elements(), null);
        var first = other.update(fields("{'status':'finished','downloaded_bytes':5}"))
                .orElseThrow();
        assertThat(first.percent()).isEqualTo(99 * 0.9, NEARLY);
        assertThat(first.totalBytes()).isNull();
    }

    @Test
    @DisplayName("where there are pieces they are counted: the guessed size changes with each of them")
    void byPieces() throws IOException {
        assertThat(percent("{'status':'downloading','downloaded_bytes':90,'total_bytes_estimate':100,"
                        + "'fragment_index':1,'fragment_count':10}"))
                .isEqualTo(9.9, NEARLY);
    }

    @Test
    @DisplayName("what has been told is never taken back: not by a guess, not by a stream that begins anew")
    void neverBack() throws IOException {
        var lines = List.of(
                "{'status':'downloading','downloaded_bytes':50,'total_bytes_estimate':100}",
                "{'status':'downloading','downloaded_bytes':60,'total_bytes_estimate':1000}",
                "{'status':'downloading','downloaded_bytes':0,'total_bytes_estimate':1000}",
                "{'status':'downloading','downloaded_bytes':'NA','total_bytes':'NA','speed':'NA','eta':'NA'}",
                "{'status':'downloading','downloaded_bytes':-5,'total_bytes':0}",
                "{'status':'finished','downloaded_bytes':1000}",
                "{'status':'finished','downloaded_bytes':1000}",
                "{}",
                "{'status':'downloading','downloaded_bytes':1,'total_bytes':1000}");
        var percents = new ArrayList<Double>();
        for (var line : lines) {
            percents.add(percent(line));
        }

        assertThat(percents).isSorted().allMatch(percent -> percent >= 0 && percent <= 99);
    }

    @Test
    @DisplayName("it is told four times a second at most, also when the clock is set back")
    void seldom() throws IOException {
        var line = fields("{'status':'downloading','downloaded_bytes':5,'total_bytes':100}");
        int told = 0;
        for (int millis = 0; millis < 2_000; millis += 10) {
            told += meter.update(line).isPresent() ? 1 : 0;
            clock.advance(Duration.ofMillis(10));
        }
        clock.advance(Duration.ofHours(-3));

        assertThat(told).isEqualTo(8);
        assertThat(meter.update(line)).isPresent();
        assertThat(meter.update(line)).isEmpty();
    }

    private void plan(String formats) throws IOException {
        meter.plan(fields(formats).elements(), null);
    }

    private double percent(String line) throws IOException {
        return update(line).percent();
    }

    private FetchProgress update(String line) throws IOException {
        clock.advance(Duration.ofSeconds(1));
        return meter.update(fields(line)).orElseThrow();
    }

    private static Fields fields(String json) throws IOException {
        return Fields.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
