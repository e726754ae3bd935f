package io.medianest.desktop.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.connect.ConnectViewModel.State;
import io.medianest.desktop.ui.Async;
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
    private final List<String> connected = new ArrayList<>();
    private final ConnectViewModel model =
            new ConnectViewModel(door, new Async(Runnable::run, Runnable::run, _ -> {}), connected::add);

    /// A server that takes one code and knows one token.
    private static final class FakeDoor implements ConnectViewModel.Door {
        private @Nullable String kept;
        private @Nullable ApiException failure;
        private String good = "good";

        @Override
        public Optional<String> token() {
            return Optional.ofNullable(kept);
        }

        @Override
        public void check(String token) {
            fail();
            if (!token.equals(good)) {
                throw FakeApi.problem(ErrorCode.UNAUTHORIZED);
            }
        }

        @Override
        public String pair(String code) {
            fail();
            if (!code.equals("K7QW-M2XD")) {
                throw FakeApi.problem(ErrorCode.UNAUTHORIZED);
            }
            return good;
        }

        private void fail() {
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public void remember(String token) {
            kept = token;
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
        assertThat(connected).containsExactly("good");

        model.begin();
        assertThat(connected).containsExactly("good", "good");
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
        door.kept = "old";
        model.begin();

        assertThat(model.stateProperty().get()).isEqualTo(State.NEEDS_CODE);
        assertThat(door.kept).isNull();
    }

    @Test
    @DisplayName("keeps the token while the server cannot be reached, and can try again")
    void unreachable() {
        door.kept = "good";
        door.failure = ApiException.noAnswer(new IOException("refused"));
        model.begin();
        assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(door.kept).isEqualTo("good");

        door.failure = null;
        model.begin();
        assertThat(connected).containsExactly("good");
    }
}
