package io.medianest.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeEvents;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.FakeOperations;
import io.medianest.desktop.FxToolkit;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Styles;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import io.medianest.model.admin.BreakerReport;
import io.medianest.model.admin.BreakerState;
import io.medianest.model.admin.CallNumbers;
import io.medianest.model.admin.DeadLetter;
import io.medianest.model.admin.FailedAttempt;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// The inside of the server as its keeper sees it, with the keyboard alone.
class EngineViewTest {
    private static final Clock CLOCK = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);

    private final FakeApi api = new FakeApi();
    private final FakeNotices notices = new FakeNotices();
    private final EngineViewModel model = new EngineViewModel(
            api.operations(), new FakeEvents(), new Async(Runnable::run, Runnable::run, _ -> {}), notices, CLOCK);
    private final FxRobot robot = new FxRobot();
    private final Stage stage = FxToolkit.call(Stage::new);

    @AfterEach
    void close() {
        FxToolkit.run(() -> {
            stage.close();
            model.close();
        });
    }

    private void show(Locale language) {
        FxToolkit.run(() -> {
            var engine = new EngineView(model, new Texts(language, CLOCK));
            Styles.of("status", engine);
            var scene = new Scene(engine, 1000, 900);
            new Theme().dress(scene);
            stage.setScene(scene);
            stage.show();
            model.start();
            stage.requestFocus();
        });
        FxToolkit.awaitFrames();
    }

    private <T extends Node> T find(Class<T> type, String id) {
        return type.cast(
                FxToolkit.call(() -> Objects.requireNonNull(stage.getScene().lookup("#" + id), id)));
    }

    private void press(String id) {
        var button = find(Button.class, id);
        FxToolkit.run(button::requestFocus);
        robot.push(KeyCode.SPACE);
        FxToolkit.awaitFrames();
    }

    @Test
    @DisplayName("the copies are cleared after a question, which Escape takes back, and that is told")
    void clearsCopies() {
        show(Locale.UK);
        assertThat(find(Button.class, "copies-clear").getAccessibleText()).isEqualTo("Clear copies…");

        press("copies-clear");
        robot.push(KeyCode.ESCAPE);
        assertThat(api.calls).doesNotContain("clearCopies");

        press("copies-clear");
        press("copies-clear-yes");
        assertThat(api.calls).contains("clearCopies");
        assertThat(notices.told).containsExactly("GOOD status.done.cleared []");
    }

    @Test
    @DisplayName("a service shows how it is asked, and how much just now")
    void numbers() {
        api.operations.breakers.set(0, new BreakerReport("plex", "Plex", BreakerState.CLOSED, 0, 3, 0, 5, null, null));
        api.operations.breakers.add(new BreakerReport(
                "tmdb",
                "TMDB",
                BreakerState.CLOSED,
                0,
                3,
                0,
                5,
                null,
                null,
                new CallNumbers(3, 7.5, 30, 3, 3, 16, 2, "40/1s")));
        show(Locale.UK);

        assertThat(find(Label.class, "breaker-numbers-tmdb").getText())
                .isEqualTo("2 of 16 at once · 40 in 1 s at most · waits 7.5 s · 3 attempts");
        assertThat(find(Label.class, "breaker-numbers-plex").isVisible())
                .as("of an older server")
                .isFalse();
    }

    @Test
    @DisplayName("failed work shows all that was tried, in the language of the window")
    void history() {
        var letter = FakeOperations.letter("7", "send-outgoing", "Plex → Chat", "Overseerr answered with HTTP 500");
        var attempts = List.of(
                new FailedAttempt(FakeApi.NOW.minus(Duration.ofHours(1)), "Overseerr did not answer in time"),
                new FailedAttempt(FakeApi.NOW.minus(Duration.ofMinutes(5)), "Overseerr answered with HTTP 500"));
        api.operations.letters.add(new DeadLetter(
                letter.id(),
                letter.kind(),
                letter.subject(),
                letter.about(),
                2,
                letter.lastError(),
                letter.correlationId(),
                letter.createdAt(),
                letter.failedAt(),
                attempts));
        show(Locale.GERMANY);
        var button = find(Button.class, "letter-history-7");
        assertThat(button.getAccessibleText()).isEqualTo("Alle Versuche: Mitteilung verschicken: Plex → Chat");
        assertThat(find(Node.class, "letter-course-7").getParent().isVisible()).isFalse();

        press("letter-history-7");

        assertThat(find(Node.class, "letter-course-7").getParent().isVisible()).isTrue();
        assertThat(find(Node.class, "letter-course-7").lookupAll(".label"))
                .extracting(node -> ((Label) node).getText())
                .contains("Overseerr hat nicht rechtzeitig geantwortet", "Overseerr hat mit HTTP 500 geantwortet");
    }
}
