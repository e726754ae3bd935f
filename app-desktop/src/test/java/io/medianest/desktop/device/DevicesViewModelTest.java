package io.medianest.desktop.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.ui.Async;
import io.medianest.model.account.ActiveSession;
import io.medianest.model.account.PairingCode;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.server.ServerInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DevicesViewModelTest {
    private final Hand clock = new Hand();
    private final FakeApi api = new FakeApi();
    private final DevicesViewModel model =
            new DevicesViewModel(api, new Async(Runnable::run, Runnable::run, _ -> {}), clock);

    private ServerInfo server() {
        return Objects.requireNonNull(model.serverProperty().get());
    }

    @Test
    @DisplayName("whoever looks sees where the server is, read anew each time")
    void address() {
        model.opened();
        model.opened();

        assertThat(server().address()).isEqualTo("http://192.168.1.20:4000");
        assertThat(model.onlyHere(server())).isFalse();
        assertThat(api.calls).containsExactly("serverInfo", "sessions", "serverInfo", "sessions");
    }

    @Test
    @DisplayName("a glance finds how many devices there are, and bothers nobody when it cannot")
    void glance() {
        model.glance();
        api.failWith(FakeApi.problem(ErrorCode.FORBIDDEN));
        model.glance();

        assertThat(server().address()).isEqualTo("http://192.168.1.20:4000");
        assertThat(signedIn()).hasSize(2);
        assertThat(model.problemProperty().get()).isNull();
    }

    @Test
    @DisplayName("a code counts down, and is gone when its time is over")
    void countsDown() {
        model.opened();
        model.pair();
        assertThat(model.codeProperty().get()).isEqualTo(new PairingCode("K7QWM2XD", 300, FakeApi.PICTURE));
        assertThat(model.secondsLeftProperty().get()).isEqualTo(300);

        clock.now = clock.now.plus(Duration.ofSeconds(299));
        model.tick();
        assertThat(model.secondsLeftProperty().get()).isEqualTo(1);
        assertThat(model.codeProperty().get()).isNotNull();

        clock.now = clock.now.plus(Duration.ofSeconds(1));
        model.tick();
        assertThat(model.codeProperty().get()).isNull();
    }

    private List<String> signedIn() {
        return model.sessionsProperty().get().stream().map(ActiveSession::id).toList();
    }

    @Test
    @DisplayName("a device that is signed out is gone from the list, also when somebody else was quicker")
    void signOut() {
        model.opened();
        assertThat(signedIn()).containsExactly("ses_1", "ses_2");
        var sessions = model.sessionsProperty().get();

        model.signOut(sessions.getFirst());
        assertThat(api.calls).contains("endSession ses_1");
        assertThat(signedIn()).containsExactly("ses_2");

        api.signedIn.clear();
        model.signOut(sessions.getLast());
        assertThat(signedIn()).isEmpty();
        assertThat(model.problemProperty().get()).isNull();
    }

    @Test
    @DisplayName("a code that was shown is not shown again after the card was closed")
    void closed() {
        model.opened();
        model.pair();
        model.closed();

        assertThat(model.codeProperty().get()).isNull();
    }

    @Test
    @DisplayName("a server that keeps to its machine is told from one that others reach")
    void onlyHere() {
        model.opened();
        for (var address : List.of("http://127.0.0.1:4000", "http://localhost:4000", "http://[::1]:4000")) {
            var info = new ServerInfo("MediaNest", "1", 4000, address, List.of(address), List.of(), "/qr");
            assertThat(model.onlyHere(info)).as(address).isTrue();
        }
    }

    /// A clock that a test sets.
    private static final class Hand extends Clock {
        private Instant now = FakeApi.NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
