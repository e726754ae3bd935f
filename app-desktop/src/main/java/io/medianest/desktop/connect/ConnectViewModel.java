package io.medianest.desktop.connect;

import io.medianest.desktop.api.Admission;
import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.ui.Async;
import io.medianest.model.account.PlexPin;
import io.medianest.model.api.ErrorCode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Lets this window into another MediaNest: with the token that it has, with a code that is shown there, or with Plex.
/// Belongs to the FX thread.
public final class ConnectViewModel {
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(2);
    private static final String CONNECT = "connect";

    private final Door door;
    private final Async async;
    private final Consumer<Admission> onConnected;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.CONNECTING);
    private final ReadOnlyObjectWrapper<@Nullable ApiException> problem = new ReadOnlyObjectWrapper<>();

    /// Where the window stands.
    public enum State {
        CONNECTING,
        NEEDS_CODE,
        /// A page of Plex is open in the browser, where the person says yes.
        WAITS_FOR_PLEX,
        /// It could not be reached; trying again may help.
        FAILED
    }

    /// The other server, and what is known of it here. All of it blocks.
    public interface Door {
        /// What let this window in the last time.
        Optional<Admission> admission();

        /// @throws ApiException `UNAUTHORIZED` when the server knows it no more
        void check(Admission admission);

        /// @return what the code was good for
        Admission pair(String code);

        /// Begins a sign-in with Plex.
        PlexPin askPlex();

        /// @return empty until the person has said yes at Plex
        Optional<Admission> answerOfPlex(PlexPin pin);

        void remember(Admission admission) throws IOException;

        void forget() throws IOException;
    }

    /// @param onConnected is given what lets this window in
    public ConnectViewModel(Door door, Async async, Consumer<Admission> onConnected) {
        this.door = door;
        this.async = async;
        this.onConnected = onConnected;
    }

    /// Tries what there is.
    public void begin() {
        state.set(State.CONNECTING);
        problem.set(null);
        async.latest(CONNECT, this::known).then(this::tried, this::failed);
    }

    private Optional<Admission> known() throws IOException {
        Optional<Admission> admission = door.admission();
        if (admission.isEmpty()) {
            return admission;
        }
        try {
            door.check(admission.get());
            return admission;
        } catch (ApiException e) {
            if (e.code() != ErrorCode.UNAUTHORIZED) {
                throw e;
            }
            door.forget();
            return Optional.empty();
        }
    }

    private void tried(Optional<Admission> admission) {
        admission.ifPresentOrElse(onConnected, () -> state.set(State.NEEDS_CODE));
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
        async.latest(CONNECT, () -> {
                    Admission admission = door.pair(code.strip());
                    door.remember(admission);
                    return admission;
                })
                .then(onConnected, this::refused);
    }

    /// Signs in with Plex instead.
    ///
    /// @param browser is given the page where the person says yes
    public void signInWithPlex(Consumer<String> browser) {
        problem.set(null);
        state.set(State.WAITS_FOR_PLEX);
        async.latest(CONNECT, door::askPlex)
                .then(
                        pin -> {
                            browser.accept(pin.authUrl());
                            awaitPlex(pin);
                        },
                        this::refused);
    }

    private void awaitPlex(PlexPin pin) {
        async.latest(CONNECT, BETWEEN_QUESTIONS, () -> {
                    Optional<Admission> admission = door.answerOfPlex(pin);
                    if (admission.isPresent()) {
                        door.remember(admission.get());
                    }
                    return admission;
                })
                .then(admission -> admission.ifPresentOrElse(onConnected, () -> awaitPlex(pin)), this::refused);
    }

    /// Goes back to asking for a code.
    public void giveUpPlex() {
        giveUp();
        state.set(State.NEEDS_CODE);
    }

    /// Nobody wants to be let in any more.
    public void giveUp() {
        async.cancel(CONNECT);
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
