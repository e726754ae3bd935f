package io.medianest.server.dashboard;

import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.JobHandler;
import io.medianest.server.platform.job.NewJob;
import io.medianest.server.uptimekuma.Beat;
import io.medianest.server.uptimekuma.KumaEvent;
import io.medianest.server.uptimekuma.MonitorState;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in what Uptime Kuma has told by webhook, which it tells only once. Old news changes nothing, so that hearing
/// of the same twice does no harm.
final class HearOfMonitor implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(HearOfMonitor.class);
    private static final String KIND = "hear-of-monitor";
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_KEY = 64;
    private static final String NOTHING = "-";
    private static final int PARTS = 5;

    private final Consumer<KumaEvent> happened;

    HearOfMonitor(Consumer<KumaEvent> happened) {
        this.happened = happened;
    }

    /// The subject is the news itself: monitor, state, time, milliseconds, words.
    static NewJob job(KumaEvent event) {
        var beat = event.beat();
        var subject = "%s %s %s %s %s"
                .formatted(
                        word(event.key()),
                        beat.state(),
                        beat.time(),
                        beat.ping() == null ? NOTHING : beat.ping(),
                        beat.message() == null ? NOTHING : beat.message());
        return new NewJob(KIND, cut(subject, LONGEST_SUBJECT));
    }

    /// A monitor's number, which is one word.
    private static String word(String key) {
        return cut(key.replaceAll("\\s", "_"), LONGEST_KEY);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static KumaEvent event(String subject) {
        var parts = subject.split(" ", PARTS);
        var ping = told(parts[3]);
        return new KumaEvent(
                parts[0],
                parts[0],
                new Beat(
                        MonitorState.valueOf(parts[1]),
                        Instant.parse(parts[2]),
                        ping == null ? null : Long.valueOf(ping),
                        told(parts[4])));
    }

    private static @Nullable String told(String part) {
        return part.equals(NOTHING) ? null : part;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String subject) {
        happened.accept(event(subject));
    }

    @Override
    public void dead(Tx tx, String subject, String reason) {
        LOG.warn("what Uptime Kuma told could not be taken in: {}: {}", subject, reason);
    }

    @Override
    public String about(String subject) {
        var parts = subject.split(" ", PARTS);
        return "Uptime Kuma: monitor %s is %s".formatted(parts[0], parts[1].toLowerCase(Locale.ROOT));
    }
}
