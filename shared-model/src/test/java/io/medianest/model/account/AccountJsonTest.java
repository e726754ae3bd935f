package io.medianest.model.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.medianest.model.Golden;
import io.medianest.model.api.Json;
import io.medianest.model.api.PageQuery;
import io.medianest.model.api.Pagination;
import io.medianest.model.request.Quality;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccountJsonTest {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LATER = Instant.parse("2026-02-03T04:05:06.789Z");

    private static final User MIA = new User(
            "usr_1",
            "mia",
            "mia@example.org",
            "https://plex.example/mia.png",
            Role.ADMIN,
            "4711",
            new Preferences(Quality.UHD, true, "dark", "de"),
            new UserStatistics(12, 9, 3),
            THEN,
            LATER,
            LATER);
    private static final User BEN = new User(
            "usr_2", "ben", null, null, Role.USER, null, Preferences.NONE, UserStatistics.NONE, THEN, THEN, null);

    @ParameterizedTest(name = "{0}")
    @MethodSource("wire")
    @DisplayName("every record is written as its golden file, and read back from it")
    void golden(String file, Object value) throws IOException {
        Golden.hold("account-" + file, value);
    }

    private static Stream<Arguments> wire() {
        var made = new ApiToken(
                "tok_1", "usr_1", "mia", "Phone", THEN, Instant.parse("2027-01-02T03:04:05Z"), null, "mnt_secret");
        var used =
                new ApiToken("tok_1", "usr_1", "mia", "Phone", THEN, null, Instant.parse("2026-01-03T03:04:05Z"), null);
        var phone = new ActiveSession("ses_1", "usr_1", "mia", "Mia's phone", "192.168.1.7", THEN, LATER, LATER, true);
        var unnamed = new ActiveSession("ses_2", "usr_2", "ben", null, "fd00::7", THEN, THEN, LATER, false);
        var page = new UserPage(
                List.of(new ManagedUser(BEN, UserStatus.PENDING, true, new Quotas(5, null))),
                Pagination.of(new PageQuery(1, 20), 1));
        return Stream.of(
                Arguments.of("user", MIA),
                Arguments.of("user-minimal", BEN),
                Arguments.of("sign-in", new SignIn(BEN, "c5rf", "ey.ey.ey")),
                Arguments.of("session-info", new SessionInfo(BEN, Instant.parse("2026-01-03T03:04:05Z"))),
                Arguments.of(
                        "plex-pin",
                        new PlexPin(
                                "pin_1",
                                "a1b2",
                                "https://app.plex.tv/auth#?code=a1b2",
                                "http://localhost:4000/api/v1/auth/plex/pin/pin_1/qr.png",
                                1800)),
                Arguments.of("api-token-made", made),
                Arguments.of("session-list", new SessionList(List.of(phone, unnamed), List.of(used))),
                Arguments.of("pairing-code-new", new NewPairingCode("usr_2")),
                Arguments.of("sign-out", new SignOut(true)),
                Arguments.of("pairing-code", new PairingCode("K7QWM2XD", 300, "data:image/png;base64,iVBORw==")),
                Arguments.of("api-token-list", new ApiTokenList(List.of(used))),
                Arguments.of("preferences", new Preferences(Quality.HD, false, "system", "pt-BR")),
                Arguments.of("preferences-none", Preferences.NONE),
                Arguments.of("user-change", new UserChange(Role.USER, UserStatus.SUSPENDED, false, new Quotas(5, 2))),
                Arguments.of("profile-change", new ProfileChange("Mia", new Preferences(null, true, null, null))),
                Arguments.of("user-page", page));
    }

    @Test
    @DisplayName("the id of a PIN may be sent as text or as a number")
    void pinIdOfEitherKind() throws JsonProcessingException {
        assertThat(pinId("\"pin_1\"")).isEqualTo("pin_1");
        assertThat(pinId("123456789012")).isEqualTo("123456789012");
    }

    private static String pinId(String json) throws JsonProcessingException {
        var read = Json.strict().readValue("{\"pinId\":" + json + "}", PlexVerification.class);
        return Objects.requireNonNull(read.pinId());
    }
}
