package io.medianest.desktop.settings;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.ui.Async;
import io.medianest.model.account.ActiveSession;
import io.medianest.model.account.Role;
import io.medianest.model.account.SessionList;
import io.medianest.model.account.User;
import io.medianest.model.api.ErrorCode;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Where people are signed in: everybody for admins, oneself for all others.
public final class OwnDevicesViewModel {
    private final MediaNestApi api;
    private final Async async;
    private final ReadOnlyObjectProperty<@Nullable User> me;
    private final ReadOnlyObjectWrapper<List<ActiveSession>> sessions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable ApiException> problem = new ReadOnlyObjectWrapper<>();

    public OwnDevicesViewModel(MediaNestApi api, Async async, ReadOnlyObjectProperty<@Nullable User> me) {
        this.api = api;
        this.async = async;
        this.me = me;
    }

    /// Whether who is signed in here looks after everybody.
    public boolean isAdmin() {
        User mine = me.get();
        return mine != null && mine.role() == Role.ADMIN;
    }

    public void opened() {
        async.latest(this, this::read).then(this::show, problem::set);
    }

    private SessionList read() {
        return isAdmin() ? api.sessions() : api.tokens().ownSessions();
    }

    private void show(SessionList list) {
        problem.set(null);
        sessions.set(list.sessions());
    }

    /// Signs a device out; that somebody else was quicker is no trouble.
    public void signOut(ActiveSession session) {
        async.run(() -> {
                    end(session.id());
                    return read();
                })
                .then(this::show, problem::set);
    }

    private void end(String id) {
        try {
            if (isAdmin()) {
                api.endSession(id);
            } else {
                api.tokens().endOwnSession(id);
            }
        } catch (ApiException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
        }
    }

    public ReadOnlyObjectProperty<List<ActiveSession>> sessionsProperty() {
        return sessions.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable ApiException> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
