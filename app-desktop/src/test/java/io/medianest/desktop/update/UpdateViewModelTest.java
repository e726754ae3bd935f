package io.medianest.desktop.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.MemoryPreferences;
import io.medianest.desktop.QueuedExecutor;
import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.Release;
import io.medianest.desktop.ui.Async;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UpdateViewModelTest {
    private static final String ADDRESS = "https://nest.example/newest.json";
    private static final Release NEWER = new Release("0.2.0", "https://nest.example/0.2.0", "Quicker");

    private final QueuedExecutor io = new QueuedExecutor();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final Preferences store = new MemoryPreferences();
    private Release newest = NEWER;
    private boolean silent;

    private UpdateViewModel model(String address) {
        var settings = new UpdateSettings(store, address);
        return new UpdateViewModel(this::answer, settings, "0.1.0-SNAPSHOT", new Async(io, Runnable::run, pauses::add));
    }

    private Release answer(String address) {
        asked.add(address);
        if (silent) {
            throw ApiException.noAnswer(new IOException("silence"));
        }
        return newest;
    }

    private void runAll() {
        while (io.size() > 0) {
            io.runNext();
        }
    }

    @Test
    @DisplayName("without an address nobody is asked")
    void off() {
        model("").start();

        assertThat(io.size()).isZero();
    }

    @Test
    @DisplayName("tells of a newer version at the start, and looks again a day later")
    void newer() {
        var model = model(ADDRESS);
        model.start();
        io.runNext();

        assertThat(model.newerProperty().get()).isEqualTo(NEWER);
        newest = new Release("0.3.0", NEWER.url(), null);
        io.runNext();

        assertThat(model.newerProperty().get()).isEqualTo(newest);
        assertThat(pauses).containsExactly(Duration.ZERO, Duration.ofDays(1));
        assertThat(asked).containsExactly(ADDRESS, ADDRESS);
    }

    @Test
    @DisplayName("says nothing of the same version, an older one, or what is no version")
    void noNews() {
        var model = model(ADDRESS);
        model.start();
        for (String version : List.of("0.1.0-SNAPSHOT", "0.0.9", "latest")) {
            newest = new Release(version, NEWER.url(), null);
            io.runNext();
            assertThat(model.newerProperty().get()).as(version).isNull();
        }
    }

    @Test
    @DisplayName("a skipped version is not told of again, also after the next start; the one after it is")
    void skip() {
        var first = model(ADDRESS);
        first.start();
        io.runNext();
        first.skip();
        assertThat(first.newerProperty().get()).isNull();
        first.stop();
        runAll();

        var second = model(ADDRESS);
        second.start();
        io.runNext();
        assertThat(second.newerProperty().get()).isNull();
        newest = new Release("0.2.1", NEWER.url(), null);
        io.runNext();
        assertThat(second.newerProperty().get()).isEqualTo(newest);
    }

    @Test
    @DisplayName("“later” is silent until the next start")
    void later() {
        var model = model(ADDRESS);
        model.start();
        io.runNext();
        model.later();
        runAll();

        assertThat(model.newerProperty().get()).isNull();
        assertThat(asked).hasSize(1);
    }

    @Test
    @DisplayName("a failure takes nothing away, is told beside the address, and does not end the looking")
    void failure() {
        var model = model(ADDRESS);
        silent = true;
        model.start();
        io.runNext();
        assertThat(model.newerProperty().get()).isNull();
        assertThat(model.problemProperty().get()).isNotNull();

        silent = false;
        io.runNext();
        assertThat(model.newerProperty().get()).isEqualTo(NEWER);
        assertThat(model.problemProperty().get()).isNull();
    }

    @Test
    @DisplayName("another address is asked soon, and none at all takes the news away")
    void otherAddress() {
        var model = model(ADDRESS);
        model.start();
        io.runNext();
        model.settings().addressProperty().set("");
        assertThat(model.newerProperty().get()).isNull();
        runAll();
        assertThat(asked).hasSize(1);

        model.settings().addressProperty().set("https://other.example/");
        io.runNext();
        assertThat(asked.getLast()).isEqualTo("https://other.example/");
        assertThat(store.get("updates", "")).isEqualTo("https://other.example/");
    }
}
