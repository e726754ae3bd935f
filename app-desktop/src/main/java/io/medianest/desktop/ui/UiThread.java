package io.medianest.desktop.ui;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The only door to the FX thread.
public final class UiThread implements Executor {
    /// Runs at once when called on the FX thread, soon otherwise.
    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
            return;
        }
        Platform.runLater(work);
    }
}
