package io.medianest.server.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTokensTest {
    private static final MasterKey MASTER = new MasterKey(new byte[32]);

    private final MovableClock clock = new MovableClock();
    private final SessionTokens tokens = new SessionTokens(MASTER, clock);

    @Test
    @DisplayName("a token names user and session, issuer, audience and its end in a year")
    void claims() throws ParseException {
        var token = tokens.issue("usr_1", "ses_1");

        assertThat(tokens.read(token)).isEqualTo(new SessionTokens.Claims("usr_1", "ses_1"));
        var claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("medianest");
        assertThat(claims.getAudience()).containsExactly("medianest-users");
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofDays(365)));
    }

    @Test
    @DisplayName("a token is told to have expired to the second")
    void expired() {
        var token = tokens.issue("usr_1", "ses_1");

        clock.advance(Duration.ofDays(365).minusSeconds(1));
        assertThat(tokens.read(token).userId()).isEqualTo("usr_1");
        clock.advance(Duration.ofSeconds(1));
        assertRefused(token, "TOKEN_EXPIRED");
    }

    @Test
    @DisplayName("an unsigned token is invalid")
    void none() {
        assertRefused(new PlainJWT(good().build()).serialize(), "INVALID_TOKEN");
        // The same with the header of a signed one and an empty signature.
        var parts = tokens.issue("usr_1", "ses_1").split("\\.", -1);
        var header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertRefused(header + "." + parts[1] + ".", "INVALID_TOKEN");
        assertRefused(header + "." + parts[1] + "." + parts[2], "INVALID_TOKEN");
    }

    @Test
    @DisplayName("another key or another algorithm is invalid, whoever signed")
    void otherKeys() throws JOSEException, NoSuchAlgorithmException {
        var other = new byte[32];
        Arrays.fill(other, (byte) 7);
        assertRefused(new SessionTokens(new MasterKey(other), clock).issue("usr_1", "ses_1"), "INVALID_TOKEN");

        var ours = MASTER.derive(MasterKey.Purpose.SESSION_TOKENS);
        var longer = Arrays.copyOf(ours.getEncoded(), 64);
        assertRefused(signed(JWSAlgorithm.HS512, new MACSigner(longer), good()), "INVALID_TOKEN");

        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        assertRefused(signed(JWSAlgorithm.RS256, new RSASSASigner(rsa.getPrivate()), good()), "INVALID_TOKEN");
    }

    @Test
    @DisplayName("a rightly signed token for somebody else's ears, or without what it needs, is invalid")
    void otherClaims() throws JOSEException {
        var signer = new MACSigner(MASTER.derive(MasterKey.Purpose.SESSION_TOKENS));

        assertThat(tokens.read(signed(JWSAlgorithm.HS256, signer, good())).sessionId())
                .isEqualTo("ses_1");
        assertRefused(signed(JWSAlgorithm.HS256, signer, good().issuer("other")), "INVALID_TOKEN");
        assertRefused(signed(JWSAlgorithm.HS256, signer, good().audience("others")), "INVALID_TOKEN");
        assertRefused(signed(JWSAlgorithm.HS256, signer, good().subject(null)), "INVALID_TOKEN");
        assertRefused(signed(JWSAlgorithm.HS256, signer, good().claim("sid", null)), "INVALID_TOKEN");
        assertRefused(signed(JWSAlgorithm.HS256, signer, good().claim("sid", 5)), "INVALID_TOKEN");
        assertRefused(signed(JWSAlgorithm.HS256, signer, good().expirationTime(null)), "INVALID_TOKEN");
    }

    @Test
    @DisplayName("a changed token is invalid in each of its parts, and never merely expired")
    void tampered() {
        var token = tokens.issue("usr_1", "ses_1");
        clock.advance(Duration.ofDays(1000));
        var parts = token.split("\\.", -1);
        for (int i = 0; i < 3; i++) {
            var changed = parts.clone();
            char first = changed[i].charAt(5);
            changed[i] = changed[i].substring(0, 5) + (first == 'A' ? 'B' : 'A') + changed[i].substring(6);
            assertRefused(String.join(".", changed), "INVALID_TOKEN");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "..", "ey.ey.ey", "undefined", "null"})
    @DisplayName("something that never was a token is invalid")
    void garbage(String token) {
        assertRefused(token, "INVALID_TOKEN");
    }

    @Test
    @DisplayName("a token of a megabyte is not even parsed")
    void huge() {
        assertRefused("a".repeat(1_000_000), "INVALID_TOKEN");
    }

    private JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer("medianest")
                .audience("medianest-users")
                .subject("usr_1")
                .claim("sid", "ses_1")
                .expirationTime(Date.from(clock.instant().plusSeconds(60)));
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet.Builder claims)
            throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader(algorithm), claims.build());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private void assertRefused(String token, String details) {
        assertThatExceptionOfType(MediaNestException.class)
                .isThrownBy(() -> tokens.read(token))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.UNAUTHORIZED);
                    assertThat(refusal.details()).isEqualTo(details);
                });
    }
}
