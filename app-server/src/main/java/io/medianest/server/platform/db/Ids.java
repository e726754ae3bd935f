package io.medianest.server.platform.db;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/// Makes ids: a prefix that tells what it is, then enough chance that nobody guesses or repeats it.
public final class Ids {
    private static final String ALPHABET = "0123456789abcdefghijkmnpqrstuvwxyz";
    private static final int LENGTH = 20;

    private final RandomGenerator random;

    public Ids() {
        this(new SecureRandom());
    }

    /// @param random for repeatable ids in tests
    public Ids(RandomGenerator random) {
        this.random = random;
    }

    /// @param prefix for example `req`
    /// @return for example `req_4kq0…`, 100 bits of chance
    public String next(String prefix) {
        var id = new StringBuilder(prefix).append('_');
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
