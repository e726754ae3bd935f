package io.medianest.server.platform.security;

import io.medianest.server.platform.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/// Locks secrets away before they are stored: AES-GCM, each time with a nonce of its own. Thread-safe.
public final class SecretBox {
    private static final String VERSION = "v1:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random;

    public SecretBox(MasterKey master, SecureRandom random) {
        this.key = master.derive(MasterKey.Purpose.SECRETS_AT_REST);
        this.random = random;
    }

    /// @return text that tells nothing of the secret but its length
    public String seal(Secret secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce);
            byte[] locked = cipher.doFinal(secret.reveal().getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(nonce, nonce.length + locked.length);
            System.arraycopy(locked, 0, both, nonce.length, locked.length);
            return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    /// @throws CannotOpen when the text was changed, cut, or sealed with another key
    public Secret open(String sealed) {
        if (!sealed.startsWith(VERSION)) {
            throw new CannotOpen("the sealed text has an unknown form", null);
        }
        try {
            byte[] both = Base64.getUrlDecoder().decode(sealed.substring(VERSION.length()));
            if (both.length < NONCE_BYTES) {
                throw new CannotOpen("the sealed text is cut off", null);
            }
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(both, NONCE_BYTES));
            return new Secret(
                    new String(cipher.doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new CannotOpen("the sealed text was changed, or sealed with another key", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(VERSION.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    /// The key does not fit: the secret has to be entered again.
    public static final class CannotOpen extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotOpen(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
