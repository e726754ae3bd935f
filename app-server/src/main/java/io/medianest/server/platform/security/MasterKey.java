package io.medianest.server.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// The one secret that an installation keeps, from which each purpose gets a key of its own: who learns one
/// of them learns nothing about the others. Immutable.
public final class MasterKey {
    static final int BYTES = 32;

    private final byte[] secret;

    /// @param secret 256 random bits
    public MasterKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("a master key has " + BYTES + " bytes, not " + secret.length);
        }
        this.secret = secret.clone();
    }

    /// The key for one purpose; always the same.
    public SecretKey derive(Purpose purpose) {
        var parameters = HKDFParameterSpec.ofExtract()
                .addIKM(secret)
                .thenExpand(purpose.label.getBytes(StandardCharsets.UTF_8), BYTES);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey(purpose.algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", e);
        }
    }

    /// Tells keys apart and nothing else.
    public String print() {
        return HexFormat.of().formatHex(derive(Purpose.PRINT).getEncoded());
    }

    @Override
    public String toString() {
        return "MasterKey[••••]";
    }

    /// What a key is for. The labels are part of what is on disk and in people's hands: never changed.
    public enum Purpose {
        SESSION_TOKENS("medianest session tokens 1", "HmacSHA256"),
        CSRF_TOKENS("medianest csrf tokens 1", "HmacSHA256"),
        PRINT("medianest print of the key 1", "HmacSHA256"),
        SECRETS_AT_REST("medianest secrets at rest 1", "AES");

        private final String label;
        private final String algorithm;

        Purpose(String label, String algorithm) {
            this.label = label;
            this.algorithm = algorithm;
        }
    }
}
