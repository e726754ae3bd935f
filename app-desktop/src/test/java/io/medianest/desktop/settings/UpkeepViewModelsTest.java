package io.medianest.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.account.ApiToken;
import io.medianest.model.account.User;
import io.medianest.model.admin.Backup;
import io.medianest.model.api.ErrorCode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Backups, programs, tokens, sessions and the switch for the house.
class UpkeepViewModelsTest {
    private static final Clock CLOCK = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);

    private final FakeApi api = new FakeApi();
    private final FakeNotices notices = new FakeNotices();
    private final Async async = new Async(Runnable::run, Runnable::run, _ -> {});

    @Test
    @DisplayName("a backup is made, carried away and put back at the next start")
    void backups() {
        var model = new BackupViewModel(api.upkeep, async, notices, CLOCK);
        model.read();
        model.make();
        var newest = backups(model).getFirst();
        assertThat(backups(model)).hasSize(3);

        model.save(newest, Path.of("copy.zip"));
        assertThat(model.restoredProperty().get()).isNull();
        model.restore(newest);
        assertThat(Objects.requireNonNull(model.restoredProperty().get()).restartNeeded())
                .isTrue();
        assertThat(api.upkeep.calls)
                .contains("save %s to copy.zip".formatted(newest.name()), "restore " + newest.name());
    }

    private static List<Backup> backups(BackupViewModel model) {
        return model.screenProperty().get() instanceof Screen.Content<List<Backup>>(var backups, var _)
                ? backups
                : List.of();
    }

    @Test
    @DisplayName("a backup that cannot be made is said, and can be tried again")
    void noBackup() {
        var model = new BackupViewModel(api.upkeep, async, notices, CLOCK);
        api.upkeep.failWith(FakeApi.problem(ErrorCode.INTERNAL_ERROR));
        model.make();

        assertThat(model.busyProperty().get()).isFalse();
        assertThat(notices.said).hasSize(1);
    }

    @Test
    @DisplayName("an old yt-dlp is renewed, and a failure stands until the next try")
    void programs() {
        var model = new ProgramsViewModel(api.upkeep, async);
        model.read();
        assertThat(Objects.requireNonNull(model.toolsProperty().get()).outdated())
                .isTrue();

        api.upkeep.failWith(FakeApi.problem(ErrorCode.UPSTREAM_ERROR));
        model.update();
        assertThat(model.problemProperty().get()).isNotNull();

        api.upkeep.failWith(null);
        model.update();
        assertThat(model.problemProperty().get()).isNull();
        assertThat(Objects.requireNonNull(model.toolsProperty().get()).outdated())
                .isFalse();
    }

    @Test
    @DisplayName("the secret of a token is shown once, when it is made")
    void tokens() {
        var model = new TokensViewModel(api.tokens, async);
        model.opened();
        model.make("  ");
        assertThat(model.madeProperty().get()).isNull();

        model.make(" Script ");
        assertThat(Objects.requireNonNull(model.madeProperty().get()).token()).isNotBlank();
        assertThat(model.tokensProperty().get()).extracting(ApiToken::name).containsExactly("Script", "Kitchen tablet");

        model.opened();
        assertThat(model.madeProperty().get()).isNull();
        model.revoke(model.tokensProperty().get().getLast());
        assertThat(model.tokensProperty().get()).extracting(ApiToken::name).containsExactly("Script");
    }

    @Test
    @DisplayName("admins see and sign out everybody, all others only themselves")
    void sessions() {
        var me = new ReadOnlyObjectWrapper<@Nullable User>(api.user());
        var model = new OwnDevicesViewModel(api, async, me.getReadOnlyProperty());
        model.opened();
        assertThat(model.sessionsProperty().get()).hasSize(2);
        model.signOut(model.sessionsProperty().get().getFirst());
        assertThat(api.calls).contains("endSession ses_1");

        me.set(null);
        model.opened();
        assertThat(api.tokens.calls).contains("ownSessions");
        model.signOut(model.sessionsProperty().get().getFirst());
        assertThat(api.tokens.calls).contains("endOwnSession ses_1");
        assertThat(model.sessionsProperty().get()).isEmpty();
    }
}
