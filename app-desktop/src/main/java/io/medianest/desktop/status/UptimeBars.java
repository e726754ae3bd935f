package io.medianest.desktop.status;

import io.medianest.model.status.StatusSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A window of time cut into equal pieces, each with the mean share of successful checks.
///
/// @param bars oldest first; empty where nothing was checked, else 0 to 1
public record UptimeBars(List<Optional<Double>> bars) {

    /// @param count of pieces
    static UptimeBars of(List<StatusSample> samples, Instant end, Duration window, int count) {
        Instant begin = end.minus(window);
        var sums = new double[count];
        var checks = new int[count];
        for (StatusSample sample : samples) {
            double share = (double) Duration.between(begin, sample.at()).toMillis() / window.toMillis();
            if (share < 0 || share > 1) {
                continue;
            }
            int piece = Math.min(count - 1, (int) (share * count));
            sums[piece] += sample.uptime();
            checks[piece]++;
        }
        return new UptimeBars(IntStream.range(0, count)
                .mapToObj(i -> checks[i] == 0 ? Optional.<Double>empty() : Optional.of(sums[i] / checks[i]))
                .toList());
    }
}
