package io.medianest.server.platform.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = new Metrics();

    private String text() {
        return new String(metrics.text(), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("durations come as a histogram in seconds, with their number and sum")
    void timer() {
        var timer = metrics.timer("errand", "Time of an errand", "to");
        timer.took(Duration.ofMillis(3).toNanos(), "baker");
        timer.took(Duration.ofMillis(300).toNanos(), "baker");

        assertThat(text())
                .contains("# TYPE medianest_errand_seconds histogram")
                .contains("medianest_errand_seconds_bucket{to=\"baker\",le=\"0.0025\"} 0")
                .contains("medianest_errand_seconds_bucket{to=\"baker\",le=\"0.005\"} 1")
                .contains("medianest_errand_seconds_bucket{to=\"baker\",le=\"+Inf\"} 2")
                .contains("medianest_errand_seconds_count{to=\"baker\"} 2")
                .contains("medianest_errand_seconds_sum{to=\"baker\"} 0.303");
    }

    @Test
    @DisplayName("what is counted here grows, what is asked for is as it is when somebody looks")
    void counts() {
        var tally = metrics.tally("rolls_total", "Rolls", "kind");
        tally.add("rye");
        tally.add("rye");
        var shelf = new double[] {7};
        metrics.gauge("shelf", "Rolls on the shelf", () -> shelf[0]);
        metrics.gauges("oven", "Heat", "oven", () -> Map.of("left", shelf[0]));
        metrics.counters("sold_total", "Sold", "kind", () -> Map.of("rye", 5.0));
        shelf[0] = 8;

        assertThat(text())
                .contains("medianest_rolls_total{kind=\"rye\"} 2.0")
                .contains("medianest_shelf 8.0")
                .contains("medianest_oven{oven=\"left\"} 8.0")
                .contains("medianest_sold_total{kind=\"rye\"} 5.0");
    }

    @Test
    @DisplayName("what cannot be told at the moment is left out, and takes nothing else with it")
    void silent() {
        metrics.gauge("shelf", "Rolls on the shelf", () -> 7);
        metrics.gauges("oven", "Heat", "oven", () -> {
            throw new IllegalStateException("the baker is away");
        });

        assertThat(text()).contains("medianest_shelf 7.0").doesNotContain("medianest_oven{");
    }

    @Test
    @DisplayName("the Java machine is measured too")
    void machine() {
        assertThat(text()).contains("jvm_memory_used_bytes{area=\"heap\"}").contains("jvm_threads_current");
    }
}
