package io.medianest.desktop.device;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.ui.Async;
import io.medianest.model.account.ActiveSession;
import io.medianest.model.account.PairingCode;
import io.medianest.model.account.SessionList;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.server.ServerInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Where other devices find this server, and the code that one of them may come in with.
public final class DevicesViewModel {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final MediaNestApi api;
    private final Async async;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<@Nullable ServerInfo> server = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PairingCode> code = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<ActiveSession>> sessions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable ApiException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper secondsLeft = new ReadOnlyLongWrapper(0);
    private Instant end = Instant.EPOCH;

    public DevicesViewModel(MediaNestApi api, Async async, Clock clock) {
        this.api = api;
        this.async = async;
        this.clock = clock;
    }

    /// Of the work of one name only the latest counts, in each place where devices are shown.
    private record Work(DevicesViewModel of, String name) {}

    private Work work(String name) {
        return new Work(this, name);
    }

    /// Somebody looks: addresses may have changed since the last time.
    public void opened() {
        async.latest(work("server"), api::serverInfo).then(this::found, problem::set);
        look();
    }

    /// How many devices are here, for the frame. What cannot be read now is read the next time.
    public void glance() {
        async.latest(work("glance at the server"), api::serverInfo).then(server::set, _ -> {});
        async.latest(work("glance at sessions"), api::sessions).then(list -> sessions.set(list.sessions()), _ -> {});
    }

    /// Nobody looks any more; the code is not shown again.
    public void closed() {
        async.cancel(work("pairing"));
        code.set(null);
        problem.set(null);
    }

    /// Asks for a code to show.
    public void pair() {
        async.latest(work("pairing"), api::pairingCode).then(this::show, problem::set);
    }

    /// A second has passed.
    public void tick() {
        secondsLeft.set(Math.max(0, Duration.between(clock.instant(), end).toSeconds()));
        if (secondsLeft.get() == 0) {
            code.set(null);
        }
    }

    private void found(ServerInfo info) {
        problem.set(null);
        server.set(info);
    }

    private void show(PairingCode shown) {
        problem.set(null);
        end = clock.instant().plusSeconds(shown.expiresIn());
        code.set(shown);
        tick();
    }

    /// Whether the server keeps to this machine, so that no other device can reach it.
    public boolean onlyHere(ServerInfo info) {
        return THIS_MACHINE.contains(URI.create(info.address()).getHost());
    }

    /// Signs a device out, which is then asked for a code again.
    public void signOut(ActiveSession session) {
        async.latest(work("sign-out " + session.id()), () -> {
                    api.endSession(session.id());
                    return api.sessions();
                })
                .then(this::signedIn, this::failed);
    }

    private void signedIn(SessionList list) {
        problem.set(null);
        sessions.set(list.sessions());
    }

    private void failed(ApiException failure) {
        // Somebody else was quicker, or the device itself: what is left now is what counts.
        if (failure.code() == ErrorCode.NOT_FOUND) {
            look();
            return;
        }
        problem.set(failure);
    }

    private void look() {
        async.latest(work("sessions"), api::sessions).then(this::signedIn, problem::set);
    }

    /// Where people are signed in, the last used first.
    public ReadOnlyObjectProperty<List<ActiveSession>> sessionsProperty() {
        return sessions.getReadOnlyProperty();
    }

    /// Absent until it was read.
    public ReadOnlyObjectProperty<@Nullable ServerInfo> serverProperty() {
        return server.getReadOnlyProperty();
    }

    /// The code that is good now, if one is.
    public ReadOnlyObjectProperty<@Nullable PairingCode> codeProperty() {
        return code.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty secondsLeftProperty() {
        return secondsLeft.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable ApiException> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
