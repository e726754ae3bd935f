package io.medianest.desktop.tray;

import io.medianest.desktop.ui.Notices;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Bubbles of the Linux desktop, by its program `notify-send`. No shell is involved, and of several at once only a few
/// are told: the rest stands in the list of notifications. Thread-safe.
public final class NotificationService {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationService.class);
    private static final int AT_ONCE = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<String> command;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    public NotificationService() {
        this(List.of("notify-send"));
    }

    /// @param command the program, with what always precedes our arguments
    NotificationService(List<String> command) {
        this.command = List.copyOf(command);
    }

    /// Tells it, on a thread of its own.
    public void tell(Notices.News news) {
        if (turns.tryAcquire()) {
            Thread.ofVirtual().name("notification").start(() -> {
                try {
                    run(news);
                } finally {
                    turns.release();
                }
            });
        }
    }

    private void run(Notices.News news) {
        var all = new ArrayList<>(command);
        all.addAll(arguments(news));
        try {
            Process process = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.debug("No notification can be shown", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The text may hold markup for the service, which what people write must not become.
    static List<String> arguments(Notices.News news) {
        String text = news.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return List.of("--app-name=MediaNest", "--", news.title(), text);
    }
}
