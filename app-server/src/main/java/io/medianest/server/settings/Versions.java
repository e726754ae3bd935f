package io.medianest.server.settings;

import java.util.Arrays;
import java.util.regex.Pattern;

/// Compares what programs call their versions.
final class Versions {
    /// Numbers with dots between them, and anything behind: `1.34.0`, `1.43.0.10389-8be686aa6`.
    private static final Pattern NUMBERS = Pattern.compile("v?(\\d{1,6}(?:\\.\\d{1,6})*).*");

    private Versions() {}

    /// Whether one is older than the other; never, when it is no number: whoever builds their own knows what they do.
    static boolean isBefore(String version, String other) {
        var numbers = NUMBERS.matcher(version.strip());
        return numbers.matches() && compare(parts(numbers.group(1)), parts(other)) < 0;
    }

    /// What is not said is zero: 1.34 is 1.34.0.
    private static int compare(int[] one, int[] other) {
        int length = Math.max(one.length, other.length);
        return Arrays.compare(Arrays.copyOf(one, length), Arrays.copyOf(other, length));
    }

    private static int[] parts(String numbers) {
        return Arrays.stream(numbers.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
