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
import java.util.List;
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
    @DisplayName("an address without its beginning is completed, and that is said until it is touched again")
    void completed() {
        model.read();
        write("plex.url", "nas:32400");

        assertThat(api.calls).containsExactly("list", "change {plex.url=http://nas:32400}");
        assertThat(field("plex.url").isCompleted()).isTrue();
        field("plex.url").draftProperty().set("https://nas:32400");
        assertThat(field("plex.url").isCompleted()).isFalse();
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
        assertThat(api.calls.stream().filter(call -> call.startsWith("change")).toList())
                .containsExactly(
                        "change {youtube.concurrency=4}",
                        "change {youtube.subtitles=de}",
                        "change {youtube.concurrency=5}");
        assertThat(slow.field("youtube.concurrency").draftProperty().get()).isEqualTo("5");
        assertThat(slow.field("youtube.concurrency").stateProperty().get()).isEqualTo(State.SAVED);
    }

    @Test
    @DisplayName("what is typed on while a change is under way stays, and is saved when the field is left")
    void typedOn() {
        var io = new QueuedExecutor();
        var slow = new SettingsModel(api, new Async(io, Runnable::run, _ -> {}), CLOCK);
        slow.read();
        runAll(io);
        var field = slow.field("youtube.subtitles");
        field.draftProperty().set("de");
        slow.commit(field);
        field.draftProperty().set("de,en");
        runAll(io);

        assertThat(field.draftProperty().get()).isEqualTo("de,en");
        assertThat(field.stateProperty().get()).isEqualTo(State.STILL);
        slow.commit(field);
        runAll(io);
        assertThat(api.get("youtube.subtitles").value()).isEqualTo("de,en");
    }

    @Test
    @DisplayName("a switch that is turned twice ends as it was turned last, also when the first turn is refused")
    void turnedTwice() {
        var io = new QueuedExecutor();
        var slow = new SettingsModel(api, new Async(io, Runnable::run, _ -> {}), CLOCK);
        slow.read();
        runAll(io);
        var field = slow.field("youtube.nfo");
        for (String turn : new String[] {"true", "false"}) {
            field.draftProperty().set(turn);
            slow.commit(field);
        }
        runAll(io);
        assertThat(api.get("youtube.nfo").value()).isEqualTo("false");
        assertThat(field.draftProperty().get()).isEqualTo("false");
    }

    @Test
    @DisplayName("a default that is asked for during another change waits for its turn")
    void resetInTurn() {
        var io = new QueuedExecutor();
        var slow = new SettingsModel(api, new Async(io, Runnable::run, _ -> {}), CLOCK);
        slow.read();
        runAll(io);
        var field = slow.field("youtube.concurrency");
        field.draftProperty().set("7");
        slow.commit(field);
        slow.reset(field);
        assertThat(io.size()).isEqualTo(1);
        runAll(io);

        assertThat(api.get("youtube.concurrency").source()).isEqualTo(SettingSource.DEFAULT);
        assertThat(field.draftProperty().get()).isEqualTo("3");
    }

    @Test
    @DisplayName("an address that was saved together with its key cannot go back without it")
    void togetherWithSecret() {
        model.read();
        var both = List.of(field("plex.url"), field("plex.token"));
        field("plex.url").draftProperty().set("http://attic:32400");
        field("plex.token").draftProperty().set("geheim");
        model.commit(both, field("plex.token"), () -> {});

        assertThat(field("plex.url").stateProperty().get()).isEqualTo(State.SAVED);
        assertThat(field("plex.url").canUndo()).isFalse();
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
