package io.medianest.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeSettings;
import io.medianest.desktop.QueuedExecutor;
import io.medianest.desktop.settings.SettingField.State;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.settings.SettingSource;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SettingsModelTest {
    private static final Clock CLOCK = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);

    private final FakeSettings api = new FakeApi().settings;
    private final SettingsModel model = new SettingsModel(api, new Async(Runnable::run, Runnable::run, _ -> {}), CLOCK);

    private SettingField field(String key) {
        return model.field(key);
    }

    private void write(String key, String value) {
        field(key).draftProperty().set(value);
        model.commit(field(key));
    }

    @Test
    @DisplayName("what is written is saved when the field is left, and can be taken back")
    void saved() {
        model.read();
        write("youtube.concurrency", "5");

        assertThat(api.calls).containsExactly("list", "change {youtube.concurrency=5}");
        assertThat(field("youtube.concurrency").stateProperty().get()).isEqualTo(State.SAVED);
        assertThat(field("youtube.concurrency").canUndo()).isTrue();

        model.undo(field("youtube.concurrency"));
        assertThat(api.get("youtube.concurrency").source()).isEqualTo(SettingSource.DEFAULT);
        assertThat(field("youtube.concurrency").draftProperty().get()).isEqualTo("3");
    }

    @Test
    @DisplayName("leaving a field as it is saves nothing, nor does a field that is fixed elsewhere")
    void untouched() {
        api.lock("server.port", "4000", SettingSource.COMMAND_LINE);
        model.read();
        model.commit(field("plex.url"));
        write("server.port", "4100");

        assertThat(api.calls).containsExactly("list");
        assertThat(field("server.port").isLocked()).isTrue();
    }

    @Test
    @DisplayName("what is refused stays to be mended, with the reason beside it, until it is touched")
    void refusedText() {
        model.read();
        write("youtube.concurrency", "many");

        SettingField field = field("youtube.concurrency");
        assertThat(field.stateProperty().get()).isEqualTo(State.REFUSED);
        assertThat(field.draftProperty().get()).isEqualTo("many");
        assertThat(field.problemProperty().get()).isNotNull();

        field.draftProperty().set("4");
        assertThat(field.problemProperty().get()).isNull();
        field.revert();
        assertThat(field.draftProperty().get()).isEqualTo("3");
    }

    @Test
    @DisplayName("a switch that is refused goes back to where it was")
    void refusedSwitch() {
        model.read();
        api.failWith(FakeApi.problem(ErrorCode.FORBIDDEN));
        write("youtube.nfo", "true");

        assertThat(field("youtube.nfo").draftProperty().get()).isEqualTo("false");
        assertThat(field("youtube.nfo").stateProperty().get()).isEqualTo(State.REFUSED);
    }

    @Test
    @DisplayName("secrets are never shown, need not be written again, and can be forgotten")
    void secrets() {
        api.set("plex.token", "geheim");
        model.read();

        SettingField token = field("plex.token");
        assertThat(token.draftProperty().get()).isEmpty();
        assertThat(token.isSet()).isTrue();
        assertThat(token.isDirty()).isFalse();

        write("plex.token", "another");
        assertThat(token.draftProperty().get()).isEmpty();
        assertThat(token.canUndo()).isFalse();

        model.reset(token);
        assertThat(token.isSet()).isFalse();
    }

    @Test
    @DisplayName("changes go to the server one after the other, so that the last word is the last")
    void oneAfterTheOther() {
        var io = new QueuedExecutor();
        var slow = new SettingsModel(api, new Async(io, Runnable::run, _ -> {}), CLOCK);
        slow.read();
        runAll(io);
        for (String count : new String[] {"4", "5"}) {
            slow.field("youtube.concurrency").draftProperty().set(count);
            slow.commit(slow.field("youtube.concurrency"));
        }
        slow.field("youtube.subtitles").draftProperty().set("de");
        slow.commit(slow.field("youtube.subtitles"));
        assertThat(slow.field("youtube.subtitles").stateProperty().get()).isEqualTo(State.SAVING);

        runAll(io);
        assertThat(api.get("youtube.subtitles").value()).isEqualTo("de");
        assertThat(api.calls.stream().filter(call -> call.startsWith("change")).toList())
                .last()
                .isEqualTo("change {youtube.subtitles=de}");
    }

    private static void runAll(QueuedExecutor io) {
        while (io.size() > 0) {
            io.runNext();
        }
    }

    @Test
    @DisplayName("what somebody is writing survives that the settings are read again")
    void readAgain() {
        model.read();
        field("plex.url").draftProperty().set("http://half-way");
        model.read();

        assertThat(field("plex.url").draftProperty().get()).isEqualTo("http://half-way");
        assertThat(field("server.port").draftProperty().get()).isEqualTo("4000");
    }

    @Test
    @DisplayName("says when something waits for the next start, and that nothing could be read")
    void around() {
        api.failWith(FakeApi.problem(ErrorCode.SERVICE_UNAVAILABLE));
        model.read();
        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Failed.class);

        api.failWith(null);
        model.read();
        assertThat(model.restartNeededProperty().get()).isFalse();
        write("server.port", "4100");
        assertThat(model.restartNeededProperty().get()).isTrue();
    }
}
