package io.medianest.server.platform;

import java.time.Duration;
import java.util.regex.Pattern;

/// Amounts of time as people write them in settings: `500ms`, `60s`, `5m`, `1h`.
public final class Amount {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m|h)");

    private Amount() {}

    /// @throws IllegalArgumentException for anything else, and for no time at all
    public static Duration duration(String text) {
        var match = DURATION.matcher(text);
        if (!match.matches() || Long.parseLong(match.group(1)) == 0) {
            throw new IllegalArgumentException("'%s' is no time such as 60s or 5m".formatted(text));
        }
        long count = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    /// @param duration of whole milliseconds
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
