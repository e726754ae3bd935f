package io.medianest.server.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The signed tokens (JWT, HS256) that people's sessions travel as. Whether the session still stands is not
/// theirs to say. Thread-safe.
public final class SessionTokens {
    public static final String INVALID_TOKEN = "INVALID_TOKEN";
    public static final String TOKEN_EXPIRED = "TOKEN_EXPIRED";

    /// After this long even a session in daily use needs a new sign-in.
    public static final Duration LIFETIME = Duration.ofDays(365);

    private static final String ISSUER = "medianest";
    private static final String AUDIENCE = "medianest-users";
    private static final String SESSION = "sid";
    private static final int MAX_LENGTH = 4096;

    private final MACSigner signer;
    private final MACVerifier verifier;
    private final Clock clock;

    public SessionTokens(MasterKey master, Clock clock) {
        var key = master.derive(MasterKey.Purpose.SESSION_TOKENS);
        try {
            this.signer = new MACSigner(key);
            this.verifier = new MACVerifier(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with this key", e);
        }
        this.clock = clock;
    }

    public String issue(String userId, String sessionId) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(userId)
                .claim(SESSION, sessionId)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a session token", e);
        }
        return token.serialize();
    }

    /// @throws MediaNestException `UNAUTHORIZED` with details `INVALID_TOKEN` for anything that this
    ///     installation did not sign as it stands, `TOKEN_EXPIRED` for what it signed too long ago
    public Claims read(String token) {
        try {
            var claims = verified(token);
            if (claims == null) {
                throw invalid(null);
            }
            return claimsOf(claims);
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw invalid(e);
        }
    }

    /// The algorithm is ours to choose, never the token's: `none` and all others are refused before any
    /// check.
    private @Nullable JWTClaimsSet verified(String token) throws ParseException, JOSEException {
        if (token.length() > MAX_LENGTH) {
            return null;
        }
        var parsed = SignedJWT.parse(token);
        if (!JWSAlgorithm.HS256.equals(parsed.getHeader().getAlgorithm()) || !parsed.verify(verifier)) {
            return null;
        }
        return parsed.getJWTClaimsSet();
    }

    private Claims claimsOf(JWTClaimsSet claims) throws ParseException {
        var expiry = claims.getExpirationTime();
        var userId = claims.getSubject();
        var sessionId = claims.getStringClaim(SESSION);
        if (expiry == null
                || userId == null
                || sessionId == null
                || !ISSUER.equals(claims.getIssuer())
                || !claims.getAudience().equals(List.of(AUDIENCE))) {
            throw invalid(null);
        }
        if (!clock.instant().isBefore(expiry.toInstant())) {
            throw expired();
        }
        return new Claims(userId, sessionId);
    }

    /// A token that nobody here made as it stands.
    public static MediaNestException invalid(@Nullable Throwable cause) {
        return new MediaNestException(
                ErrorCode.UNAUTHORIZED, "The access token is not valid", INVALID_TOKEN, null, cause);
    }

    /// A token or session whose time is over.
    public static MediaNestException expired() {
        return new MediaNestException(
                ErrorCode.UNAUTHORIZED, "The access token has expired: sign in again", TOKEN_EXPIRED);
    }

    /// Whom a token speaks for.
    public record Claims(String userId, String sessionId) {}
}
