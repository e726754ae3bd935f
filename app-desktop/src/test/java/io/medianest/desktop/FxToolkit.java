package io.medianest.desktop;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Starts JavaFX without a display, once for all tests.
public final class FxToolkit {
    private static final long LIMIT_SECONDS = 60;
    private static final int FRAMES = 16;
    private static boolean started;

    private FxToolkit() {}

    public static synchronized void start() {
        if (!started) {
            Platform.startup(() -> {});
            Platform.setImplicitExit(false);
            started = true;
        }
    }

    /// Runs on the FX thread and waits for the result; at once for whoever is there already.
    public static <T> T call(Callable<T> work) {
        start();
        var task = new FutureTask<>(work);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /// Lets JavaFX draw a while, so that layout has settled and short movements have ended.
    public static void awaitFrames() {
        var drawn = new CountDownLatch(FRAMES);
        run(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                drawn.countDown();
                if (drawn.getCount() == 0) {
                    stop();
                }
            }
        }.start());
        try {
            if (!drawn.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("JavaFX draws no frames");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
