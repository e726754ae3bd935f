package io.medianest.desktop.launch;

import javafx.animation.AnimationTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes in the log that there is something to see, what the benchmark of the start waits for, and has done what could
/// wait until then.
public final class FirstFrame extends AnimationTimer {
    private static final Logger LOG = LoggerFactory.getLogger(FirstFrame.class);

    private final Runnable then;
    private int frames;

    public FirstFrame(Runnable then) {
        this.then = then;
    }

    /// Called before each frame. The first has been drawn when the second is due, and is on the screen for sure when
    /// the third is.
    @Override
    public void handle(long now) {
        frames++;
        if (frames <= 2) {
            return;
        }
        stop();
        LOG.info("The window is open");
        then.run();
    }
}
