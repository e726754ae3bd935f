package io.medianest.server.platform.security;

import io.medianest.model.account.CsrfToken;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// Makes and checks CSRF tokens without keeping any: a token is its expiry and a nonce, signed together with
/// what it is bound to. Thread-safe.
public final class CsrfTokens implements CsrfCheck {
    static final Duration LIFETIME = Duration.ofHours(1);

    private static final int SIGNED_BYTES = Long.BYTES + 16;
    private static final int SIGNATURE_BYTES = 32;

    private final SecretKey key;
    private final Clock clock;
    private final SecureRandom random;

    public CsrfTokens(MasterKey master, Clock clock, SecureRandom random) {
        this.key = master.derive(MasterKey.Purpose.CSRF_TOKENS);
        this.clock = clock;
        this.random = random;
    }

    /// @param binding the id of the session, or what stands for a visitor before the sign-in
    public CsrfToken issue(String binding) {
        var nonce = new byte[SIGNED_BYTES - Long.BYTES];
        random.nextBytes(nonce);
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES)
                .putLong(clock.instant().plus(LIFETIME).getEpochSecond())
                .put(nonce)
                .array();
        byte[] token = ByteBuffer.allocate(SIGNED_BYTES + SIGNATURE_BYTES)
                .put(signed)
                .put(signature(signed, binding))
                .array();
        return new CsrfToken(Base64.getUrlEncoder().withoutPadding().encodeToString(token), LIFETIME.toSeconds());
    }

    @Override
    public void check(String binding, @Nullable String token) {
        if (token == null || token.isBlank()) {
            throw new MediaNestException(
                    ErrorCode.CSRF_TOKEN_MISSING, "Changes need the header X-CSRF-Token", "X-CSRF-Token");
        }
        byte[] bytes = decode(token.strip());
        byte[] signed = Arrays.copyOf(bytes, SIGNED_BYTES);
        byte[] signature = Arrays.copyOfRange(bytes, SIGNED_BYTES, bytes.length);
        if (!MessageDigest.isEqual(signature, signature(signed, binding))) {
            throw invalid();
        }
        var expiry = Instant.ofEpochSecond(ByteBuffer.wrap(signed).getLong());
        if (!clock.instant().isBefore(expiry)) {
            throw new MediaNestException(
                    ErrorCode.CSRF_TOKEN_EXPIRED, "The CSRF token has expired: get a new one from /csrf/refresh");
        }
    }

    private static byte[] decode(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length == SIGNED_BYTES + SIGNATURE_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static MediaNestException invalid() {
        return new MediaNestException(ErrorCode.CSRF_TOKEN_INVALID, "The CSRF token is not one for this session");
    }

    /// What is signed starts with a fixed number of bytes, so that no binding can be mistaken for another.
    private byte[] signature(byte[] signed, String binding) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(signed);
            return mac.doFinal(binding.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
