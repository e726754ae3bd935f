package io.medianest.server.platform.observe;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The correlation id of the work that the current thread does: in every log line, reply, job and event that it causes.
public final class Correlation {
    public static final String HEADER = "X-Correlation-Id";

    private static final String KEY = "correlationId";
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Correlation() {}

    /// The id that the client sent if it is acceptable, else a new one.
    public static String from(@Nullable String sent) {
        return sent != null && ACCEPTABLE.matcher(sent).matches() ? sent : fresh();
    }

    /// A new one. It is no secret, so that requests need not queue for the system's source of randomness.
    public static String fresh() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /// The id of the current thread's work; a new one where none was set.
    public static String current() {
        var current = MDC.get(KEY);
        return current == null ? fresh() : current;
    }

    public static void run(String id, Runnable work) {
        call(id, () -> {
            work.run();
            return true;
        });
    }

    public static <T> T call(String id, Supplier<T> work) {
        var outer = MDC.get(KEY);
        MDC.put(KEY, id);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                MDC.remove(KEY);
            } else {
                MDC.put(KEY, outer);
            }
        }
    }
}
