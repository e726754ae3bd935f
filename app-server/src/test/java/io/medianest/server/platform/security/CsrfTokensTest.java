package io.medianest.server.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfTokensTest {
    private final MovableClock clock = new MovableClock();
    private final CsrfTokens csrf = new CsrfTokens(new MasterKey(new byte[32]), clock, new SecureRandom());

    @Test
    @DisplayName("a token holds for what it was made for, until an hour has passed")
    void holds() {
        var token = csrf.issue("ses_1");

        assertThat(token.expiresIn()).isEqualTo(3600);
        clock.advance(Duration.ofSeconds(3599));
        assertThatCode(() -> csrf.check("ses_1", token.token())).doesNotThrowAnyException();
        clock.advance(Duration.ofSeconds(1));
        assertRefused("ses_1", token.token(), ErrorCode.CSRF_TOKEN_EXPIRED);
    }

    @Test
    @DisplayName("a token of another session is invalid, even when it has expired")
    void bound() {
        var token = csrf.issue("ses_1").token();

        assertRefused("ses_2", token, ErrorCode.CSRF_TOKEN_INVALID);
        assertRefused("", token, ErrorCode.CSRF_TOKEN_INVALID);
        clock.advance(Duration.ofDays(1));
        assertRefused("ses_2", token, ErrorCode.CSRF_TOKEN_INVALID);
    }

    @Test
    @DisplayName("a token whose expiry was put off is invalid")
    void tampered() {
        byte[] bytes = Base64.getUrlDecoder().decode(csrf.issue("ses_1").token());
        bytes[7]++;

        assertRefused("ses_1", Base64.getUrlEncoder().encodeToString(bytes), ErrorCode.CSRF_TOKEN_INVALID);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    @DisplayName("no token is a missing one")
    void missing(@Nullable String token) {
        assertRefused("ses_1", token, ErrorCode.CSRF_TOKEN_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "not base64!", "AAAA", "\u0000"})
    @DisplayName("something that never was a token is invalid")
    void garbage(String token) {
        assertRefused("ses_1", token, ErrorCode.CSRF_TOKEN_INVALID);
    }

    private void assertRefused(String binding, @Nullable String token, ErrorCode code) {
        assertThatExceptionOfType(MediaNestException.class)
                .isThrownBy(() -> csrf.check(binding, token))
                .extracting(MediaNestException::code)
                .isEqualTo(code);
    }
}
