package io.medianest.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.Await;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.testing.TestDatabase;
import io.medianest.server.uptimekuma.Beat;
import io.medianest.server.uptimekuma.KumaEvent;
import io.medianest.server.uptimekuma.MonitorState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HearOfMonitorTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123Z");

    private final Database database = TestDatabase.open(UUID.randomUUID().toString());
    private final JobQueue jobs = new JobQueue(
            database, new MovableClock(), new JobQueue.Backoff(1, Duration.ofMillis(1), Duration.ofMillis(1)));
    private final List<KumaEvent> heard = new CopyOnWriteArrayList<>();
    private final AtomicBoolean deaf = new AtomicBoolean();

    @AfterEach
    void close() {
        jobs.close();
        database.close();
    }

    private void hear(KumaEvent event) {
        if (deaf.get()) {
            throw new IllegalStateException("not just now");
        }
        heard.add(event);
    }

    private void tell(KumaEvent event) {
        jobs.register(new HearOfMonitor(this::hear));
        jobs.start();
        database.run(tx -> jobs.add(tx, HearOfMonitor.job(event)));
    }

    @Test
    @DisplayName("what a webhook told arrives as it was told")
    void told() {
        var beat = new Beat(MonitorState.DOWN, NOW, null, "connect ECONNREFUSED 192.168.1.5:32400");
        tell(new KumaEvent("3", "Films", beat));

        Await.until("it is heard", () -> !heard.isEmpty());
        assertThat(heard).extracting(KumaEvent::key).containsExactly("3");
        assertThat(heard).extracting(KumaEvent::beat).containsExactly(beat);
    }

    @Test
    @DisplayName("of more words than fit, those that do")
    void longWords() {
        tell(new KumaEvent(
                "a key of two lines\n".repeat(20), "x", new Beat(MonitorState.UP, NOW, 12L, "o".repeat(9_000))));

        Await.until("it is heard", () -> !heard.isEmpty());
        var beat = heard.getFirst().beat();
        assertThat(beat.time()).isEqualTo(NOW);
        assertThat(beat.ping()).isEqualTo(12);
        assertThat(beat.message()).matches("o{50,255}");
    }

    @Test
    @DisplayName("what could not be taken in stands among the failed work, in words")
    void dead() {
        deaf.set(true);
        tell(new KumaEvent("3", "Films", new Beat(MonitorState.DOWN, NOW, null, null)));

        Await.until("it has failed", () -> jobs.deadLetters().count() == 1);
        assertThat(new HearOfMonitor(heard::add).about("3 DOWN 2026-01-01T12:00:00Z - -"))
                .isEqualTo("Uptime Kuma: monitor 3 is down");
    }
}
