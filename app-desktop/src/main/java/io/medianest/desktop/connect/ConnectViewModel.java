package io.medianest.desktop.connect;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.ui.Async;
import io.medianest.model.api.ErrorCode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Lets this window into another MediaNest: with the token that it has, or with a code that is shown there. Belongs to
/// the FX thread.
public final class ConnectViewModel {
    private final Door door;
    private final Async async;
    private final Consumer<String> onConnected;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.CONNECTING);
    private final ReadOnlyObjectWrapper<@Nullable ApiException> problem = new ReadOnlyObjectWrapper<>();

    /// Where the window stands.
    public enum State {
        CONNECTING,
        NEEDS_CODE,
        /// It could not be reached; trying again may help.
        FAILED
    }

    /// The other server, and what is known of it here. All of it blocks.
    public interface Door {
        /// What let this window in the last time.
        Optional<String> token();

        /// @throws ApiException `UNAUTHORIZED` when the server knows it no more
        void check(String token);

        /// @return the token that the code was good for
        String pair(String code);

        void remember(String token) throws IOException;

        void forget() throws IOException;
    }

    /// @param onConnected is given the token
    public ConnectViewModel(Door door, Async async, Consumer<String> onConnected) {
        this.door = door;
        this.async = async;
        this.onConnected = onConnected;
    }

    /// Tries what there is.
    public void begin() {
        state.set(State.CONNECTING);
        problem.set(null);
        async.latest("connect", this::knownToken).then(this::tried, this::failed);
    }

    private Optional<String> knownToken() throws IOException {
        Optional<String> token = door.token();
        if (token.isEmpty()) {
            return token;
        }
        try {
            door.check(token.get());
            return token;
        } catch (ApiException e) {
            if (e.code() != ErrorCode.UNAUTHORIZED) {
                throw e;
            }
            door.forget();
            return Optional.empty();
        }
    }

    private void tried(Optional<String> token) {
        token.ifPresentOrElse(onConnected, () -> state.set(State.NEEDS_CODE));
    }

    private void failed(ApiException failure) {
        problem.set(failure);
        state.set(State.FAILED);
    }

    /// Gives a code that is shown at the other server.
    public void pair(String code) {
        if (code.isBlank()) {
            return;
        }
        problem.set(null);
        async.latest("connect", () -> {
                    String token = door.pair(code.strip());
                    door.remember(token);
                    return token;
                })
                .then(onConnected, this::refused);
    }

    private void refused(ApiException failure) {
        problem.set(failure);
        state.set(failure.isOffline() ? State.FAILED : State.NEEDS_CODE);
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why it did not work; absent while it may.
    public ReadOnlyObjectProperty<@Nullable ApiException> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
