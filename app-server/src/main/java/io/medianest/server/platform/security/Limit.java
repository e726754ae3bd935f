package io.medianest.server.platform.security;

import java.time.Duration;
import java.util.regex.Pattern;

/// So many in such a time, as a token bucket: `capacity` at once, refilled evenly over `period`.
public record Limit(int capacity, Duration period) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,6})([smh])");

    public Limit {
        if (capacity < 1 || !period.isPositive()) {
            throw new IllegalArgumentException("a limit needs at least 1 in a time longer than 0");
        }
    }

    /// @param text for example `100/1m`, `20/1h`, `100/15m`
    /// @throws IllegalArgumentException with a sentence for people
    public static Limit parse(String text) {
        var match = FORM.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a limit: write for example 100/1m for a hundred a minute".formatted(text));
        }
        long count = Long.parseLong(match.group(2));
        var period = switch (match.group(3)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
        return new Limit(Integer.parseInt(match.group(1)), period);
    }

    public Limit times(int factor) {
        return new Limit(Math.multiplyExact(capacity, factor), period);
    }
}
