package io.medianest.server.demo;

import java.util.SplittableRandom;

/// A quantity that wanders through time as answer times do: long waves, shorter ones on them, a little noise on all.
/// Computed, not kept: the same minute always has the same value.
final class Wander {
    private static final int LONG = 420;
    private static final int SHORT = 75;
    private static final int EACH = 1;
    private static final double LONG_SHARE = 0.5;
    private static final double SHORT_SHARE = 0.35;
    private static final double EACH_SHARE = 0.15;

    private Wander() {}

    /// @param seed tells one quantity from another
    /// @return 0 to 1
    static double at(long minute, long seed) {
        return LONG_SHARE * wave(minute, LONG, seed)
                + SHORT_SHARE * wave(minute, SHORT, seed)
                + EACH_SHARE * wave(minute, EACH, seed);
    }

    /// Smooth between values that are thrown once in a period.
    private static double wave(long minute, int period, long seed) {
        long before = Math.floorDiv(minute, period);
        double way = (double) Math.floorMod(minute, period) / period;
        double smooth = way * way * (3 - 2 * way);
        return thrown(before, period, seed) * (1 - smooth) + thrown(before + 1, period, seed) * smooth;
    }

    private static double thrown(long which, int period, long seed) {
        return new SplittableRandom((which * 8191 + period) * 31 + seed).nextDouble();
    }
}
