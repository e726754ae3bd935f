package io.medianest.desktop.launch;

import java.time.Clock;
import java.time.Duration;
import javafx.animation.AnimationTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes in the log how long it took until there was something to see: what the benchmark of the start reads.
public final class FirstFrame extends AnimationTimer {
    private static final Logger LOG = LoggerFactory.getLogger(FirstFrame.class);

    private final Clock clock;
    private boolean drawn;

    public FirstFrame(Clock clock) {
        this.clock = clock;
    }

    /// Called before each frame, so the second call comes when the first has been drawn.
    @Override
    public void handle(long now) {
        if (!drawn) {
            drawn = true;
            return;
        }
        stop();
        ProcessHandle.current().info().startInstant().ifPresent(started -> {
            LOG.info(
                    "The window is open {} ms after the start",
                    Duration.between(started, clock.instant()).toMillis());
        });
    }
}
