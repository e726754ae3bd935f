package io.medianest.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeSettings;
import io.medianest.desktop.QueuedExecutor;
import io.medianest.desktop.ui.Async;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.settings.SettingSource;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SharingViewModelTest {
    private final FakeSettings api = new FakeApi().settings;
    private final QueuedExecutor io = new QueuedExecutor();
    private final SettingsModel settings =
            new SettingsModel(api, new Async(io, Runnable::run, _ -> {}), Clock.fixed(FakeApi.NOW, ZoneOffset.UTC));
    private final SharingViewModel sharing = new SharingViewModel(settings);

    private void runAll() {
        while (io.size() > 0) {
            io.runNext();
        }
    }

    private void read() {
        settings.read();
        runAll();
    }

    private void turn(boolean on) {
        sharing.sharedProperty().set(on);
        runAll();
    }

    @Test
    @DisplayName("nothing can be switched before the settings are there, nor what something outside fixes")
    void notYet() {
        assertThat(sharing.readyProperty().get()).isFalse();
        read();
        assertThat(sharing.readyProperty().get()).isTrue();
        assertThat(sharing.fixedByProperty().get()).isNull();

        api.lock("server.host", "127.0.0.1", SettingSource.COMMAND_LINE);
        read();
        assertThat(sharing.readyProperty().get()).isFalse();
        assertThat(sharing.fixedByProperty().get()).isEqualTo(SettingSource.COMMAND_LINE);
        assertThat(sharing.sharedProperty().get()).isFalse();
    }

    @Test
    @DisplayName("off and on again leads back to the one network that was chosen, not to all")
    void backToTheSame() {
        api.set("server.host", "192.168.1.20");
        read();
        assertThat(sharing.sharedProperty().get()).isTrue();
        turn(false);
        assertThat(api.get("server.host").value()).isEqualTo("127.0.0.1");
        turn(true);
        assertThat(api.get("server.host").value()).isEqualTo("192.168.1.20");
        assertThat(sharing.sharedProperty().get()).isTrue();
    }

    @Test
    @DisplayName("a switch that is refused shows what still holds, and why")
    void refused() {
        read();
        api.failWith(FakeApi.problem(ErrorCode.FORBIDDEN));
        turn(false);

        assertThat(sharing.sharedProperty().get()).isTrue();
        assertThat(sharing.problemProperty().get()).isNotNull();

        api.failWith(null);
        turn(false);
        assertThat(sharing.sharedProperty().get()).isFalse();
        assertThat(sharing.problemProperty().get()).isNull();
        assertThat(api.get("server.host").value()).isEqualTo("127.0.0.1");
    }
}
