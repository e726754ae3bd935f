package io.medianest.desktop.status;

import io.medianest.model.status.StatusSample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A window of time cut into equal pieces, each with the mean share of successful checks.
///
/// @param bars oldest first; empty where nothing was checked, else 0 to 1
public record UptimeBars(List<Optional<Double>> bars) {

    /// As many pieces as there is one check for each, but not more than can be told apart.
    ///
    /// @param most pieces
    static UptimeBars of(List<StatusSample> samples, Span span, int most) {
        int count = pieces(samples, span.length(), most);
        var sums = new double[count];
        var checks = new int[count];
        for (StatusSample sample : samples) {
            if (span.contains(sample.at())) {
                int piece = (int) Math.min(count - 1, span.share(sample.at()) * count);
                sums[piece] += sample.uptime();
                checks[piece]++;
            }
        }
        return new UptimeBars(IntStream.range(0, count)
                .mapToObj(i -> checks[i] == 0 ? Optional.<Double>empty() : Optional.of(sums[i] / checks[i]))
                .toList());
    }

    private static int pieces(List<StatusSample> samples, Duration window, int most) {
        long[] gaps = IntStream.range(1, samples.size())
                .mapToLong(i -> Duration.between(
                                samples.get(i - 1).at(), samples.get(i).at())
                        .toMillis())
                .filter(gap -> gap > 0)
                .sorted()
                .toArray();
        if (gaps.length == 0) {
            return most;
        }
        long usual = gaps[gaps.length / 2];
        return Math.clamp(window.toMillis() / usual, 1, most);
    }
}
