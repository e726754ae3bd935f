package io.medianest.desktop.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.api.Admission;
import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.connect.ConnectViewModel.State;
import io.medianest.desktop.ui.Async;
import io.medianest.model.account.PlexPin;
import io.medianest.model.api.ErrorCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConnectViewModelTest {
    private final FakeDoor door = new FakeDoor();
    private final List<Admission> connected = new ArrayList<>();
    private final ConnectViewModel model =
            new ConnectViewModel(door, new Async(Runnable::run, Runnable::run, _ -> {}), connected::add);

    /// A server that takes one code and knows one token.
    private static final class FakeDoor implements ConnectViewModel.Door {
        private @Nullable Admission kept;
        private @Nullable ApiException failure;
        private static final Admission GOOD = new Admission("good", "tok_1");
        private int questions;
        private int saysYesAt = 3;

        @Override
        public Optional<Admission> admission() {
            return Optional.ofNullable(kept);
        }

        @Override
        public void check(Admission admission) {
            fail();
            if (!admission.equals(GOOD)) {
                throw FakeApi.problem(ErrorCode.UNAUTHORIZED);
            }
        }

        @Override
        public Admission pair(String code) {
            fail();
            if (!code.equals("K7QW-M2XD")) {
                throw FakeApi.problem(ErrorCode.UNAUTHORIZED);
            }
            return GOOD;
        }

        private void fail() {
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public PlexPin askPlex() {
            fail();
            return new PlexPin("pin_1", "6mkw", "https://app.plex.tv/auth#?code=6mkw", "", 1800);
        }

        @Override
        public Optional<Admission> answerOfPlex(PlexPin pin) {
            fail();
            questions++;
            return questions < saysYesAt ? Optional.empty() : Optional.of(GOOD);
        }

        @Override
        public void remember(Admission admission) {
            kept = admission;
        }

        @Override
        public void forget() {
            kept = null;
        }
    }

    @Test
    @DisplayName("asks for a code the first time, and is let in by the token the next time")
    void pairs() {
        model.begin();
        assertThat(model.stateProperty().get()).isEqualTo(State.NEEDS_CODE);
        model.pair(" K7QW-M2XD ");
        assertThat(connected).containsExactly(FakeDoor.GOOD);

        model.begin();
        assertThat(connected).containsExactly(FakeDoor.GOOD, FakeDoor.GOOD);
    }

    @Test
    @DisplayName("says that a code is wrong, and goes on asking")
    void wrongCode() {
        model.begin();
        model.pair("XXXX");

        assertThat(model.stateProperty().get()).isEqualTo(State.NEEDS_CODE);
        assertThat(model.problemProperty().get()).isNotNull();
        assertThat(door.kept).isNull();
    }

    @Test
    @DisplayName("forgets a token that the server has revoked, and asks for a code")
    void revoked() {
        door.kept = new Admission("old", null);
        model.begin();

        assertThat(model.stateProperty().get()).isEqualTo(State.NEEDS_CODE);
        assertThat(door.kept).isNull();
    }

    @Test
    @DisplayName("opens the page of Plex, and is let in once the person has said yes there")
    void plex() {
        model.begin();
        var pages = new ArrayList<String>();
        model.signInWithPlex(pages::add);

        assertThat(pages).containsExactly("https://app.plex.tv/auth#?code=6mkw");
        assertThat(door.questions).isEqualTo(3);
        assertThat(connected).containsExactly(FakeDoor.GOOD);
        assertThat(door.kept).isEqualTo(FakeDoor.GOOD);
    }

    @Test
    @DisplayName("says why Plex did not help, and goes back to the code")
    void plexRefuses() {
        model.begin();
        door.failure = FakeApi.problem(ErrorCode.ACCOUNT_PENDING);
        model.signInWithPlex(_ -> {});

        assertThat(model.stateProperty().get()).isEqualTo(State.NEEDS_CODE);
        assertThat(model.problemProperty().get()).isNotNull();
        assertThat(connected).isEmpty();
    }

    @Test
    @DisplayName("keeps the token while the server cannot be reached, and can try again")
    void unreachable() {
        door.kept = FakeDoor.GOOD;
        door.failure = ApiException.noAnswer(new IOException("refused"));
        model.begin();
        assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(door.kept).isEqualTo(FakeDoor.GOOD);

        door.failure = null;
        model.begin();
        assertThat(connected).containsExactly(FakeDoor.GOOD);
    }
}
