package io.medianest.desktop.launch;

import javafx.animation.AnimationTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes in the log that there is something to see: what the benchmark of the start waits for.
public final class FirstFrame extends AnimationTimer {
    private static final Logger LOG = LoggerFactory.getLogger(FirstFrame.class);

    private boolean drawn;

    /// Called before each frame, so the second call comes when the first has been drawn.
    @Override
    public void handle(long now) {
        if (!drawn) {
            drawn = true;
            return;
        }
        stop();
        LOG.info("The window is open");
    }
}
