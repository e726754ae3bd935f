package io.medianest.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FxToolkit;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ThemeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Theme theme = FxToolkit.call(Theme::new);

    @Test
    @DisplayName("a scene that is there changes its dress with the choice")
    void changes() {
        Scene scene = FxToolkit.call(() -> new Scene(new VBox()));
        FxToolkit.run(() -> {
            theme.choiceProperty().set(Theme.Choice.LIGHT);
            theme.dress(scene);
            assertThat(scene.getStylesheets()).anyMatch(sheet -> sheet.endsWith("light.css"));
            theme.choiceProperty().set(Theme.Choice.DARK);
            assertThat(scene.getStylesheets()).anyMatch(sheet -> sheet.endsWith("dark.css"));
        });
    }

    @Test
    @DisplayName("a scene that nobody needs any more is let go, though the theme goes on")
    void letsGo() {
        var gone = new WeakReference<>(FxToolkit.call(this::dressed));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (gone.get() != null && System.nanoTime() < end) {
            System.gc();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(gone.get()).isNull();
    }

    private Scene dressed() {
        var scene = new Scene(new VBox());
        theme.dress(scene);
        return scene;
    }
}
