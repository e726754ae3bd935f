package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.launch.RunningServer;
import io.medianest.desktop.launch.WindowArguments;
import io.medianest.desktop.shell.LocalSettings;
import io.medianest.desktop.shell.WindowLife;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Texts;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WindowSessionTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @Test
    @DisplayName("a server that runs but cannot be reached is not called one that could not start, and is tried again")
    void noLine() {
        var attempts = new AtomicInteger();
        FxToolkit.run(() -> {
            var stage = new Stage();
            stage.setScene(new Scene(new Pane()));
            session(stage).openLine(unreachable(attempts), null);

            assertThat(stage.getScene().getRoot().lookupAll(".label"))
                    .extracting(node -> ((Label) node).getText())
                    .contains("The window cannot reach MediaNest")
                    .doesNotContain("MediaNest could not start");
            ((Button) stage.getScene().lookup("#start-retry")).fire();
        });
        assertThat(attempts).hasValue(2);
    }

    private static WindowSession session(Stage stage) {
        Executor now = Runnable::run;
        var preferences = new MemoryPreferences();
        var settings = new LocalSettings(preferences);
        var program = new Program(
                new WindowLife(stage, settings, () -> {}),
                new Wiring.Threads(now, now, _ -> {}),
                new Async(now, now, _ -> {}),
                settings,
                preferences,
                CLOCK,
                () -> new Texts(Locale.UK, CLOCK),
                _ -> {});
        return new WindowSession(program, new Nowhere(), WindowArguments.read(List.of()), null);
    }

    private static RunningServer unreachable(AtomicInteger attempts) {
        return new RunningServer() {
            @Override
            public URI address() {
                return URI.create("http://127.0.0.1:1/");
            }

            @Override
            public String credential() {
                attempts.incrementAndGet();
                throw new IllegalStateException("no line today");
            }

            @Override
            public void close() {}
        };
    }

    /// Stays where it is.
    private record Nowhere() implements WindowSession.Moves {
        @Override
        public void to(WindowArguments destination) {}

        @Override
        public WindowArguments own() {
            return WindowArguments.read(List.of());
        }

        @Override
        public void quit() {}
    }
}
