package io.medianest.desktop.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FxToolkit;
import io.medianest.desktop.MemoryPreferences;
import io.medianest.desktop.QueuedExecutor;
import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.Release;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Texts;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UpdateSettingViewTest {
    private static final String ADDRESS = "https://nest.example/newest.json";

    private final QueuedExecutor io = new QueuedExecutor();
    private final UpdateSettings settings = new UpdateSettings(new MemoryPreferences(), ADDRESS);
    private String newest = "0.1.0";
    private boolean silent;
    private final UpdateViewModel model =
            new UpdateViewModel(this::answer, settings, "0.1.0", new Async(io, Runnable::run, _ -> {}));
    private final UpdateSettingView view = new UpdateSettingView(model, new Texts(Locale.ENGLISH, Clock.systemUTC()));

    @BeforeAll
    static void toolkit() {
        FxToolkit.start();
    }

    private Release answer(String address) {
        if (silent) {
            throw ApiException.noAnswer(new IOException("silence"));
        }
        return new Release(newest, "https://nest.example/", null);
    }

    private static String outcome(Parent card) {
        var label = (Label) Objects.requireNonNull(card.lookup("#update-outcome"));
        return label.isVisible() ? label.getText() : "";
    }

    private static void type(Parent card, String text) {
        ((TextField) Objects.requireNonNull(card.lookup("#update-address"))).setText(text);
    }

    @Test
    @DisplayName("half an address counts for nothing and says what it lacks; a whole one counts, and so does none")
    void typing() {
        FxToolkit.run(() -> {
            var card = view.create();
            type(card, "http://nest.exa");
            assertThat(outcome(card)).contains("https://");
            assertThat(settings.addressProperty().get()).isEqualTo(ADDRESS);

            type(card, " https://other.example/ ");
            assertThat(outcome(card)).isEmpty();
            assertThat(settings.addressProperty().get()).isEqualTo("https://other.example/");

            type(card, "");
            assertThat(settings.addressProperty().get()).isEmpty();
        });
    }

    @Test
    @DisplayName("what came of asking stands beside the address, also of a version that was skipped")
    void outcomes() {
        FxToolkit.run(() -> {
            var card = view.create();
            assertThat(outcome(card)).isEmpty();
            model.start();
            io.runNext();
            assertThat(outcome(card)).isEqualTo("This is the newest version");

            newest = "0.2.0";
            io.runNext();
            model.skip();
            assertThat(outcome(card)).isEqualTo("MediaNest 0.2.0 is here");

            silent = true;
            io.runNext();
            assertThat(outcome(card)).isEqualTo("Nobody answers there");
        });
    }

    @Test
    @DisplayName("a closed card listens no more")
    void closed() {
        FxToolkit.run(() -> {
            var card = view.create();
            view.closed();
            model.start();
            io.runNext();
            assertThat(outcome(card)).isEmpty();
        });
    }
}
