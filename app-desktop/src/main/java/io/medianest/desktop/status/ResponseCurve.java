package io.medianest.desktop.status;

import io.medianest.model.status.StatusSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Response times over a window of time, ready to be drawn at any size. Where nothing answered, the curve is
/// interrupted.
///
/// @param pieces uninterrupted stretches, oldest first
/// @param fastest milliseconds; 0 without points
/// @param slowest milliseconds; 0 without points
public record ResponseCurve(List<List<Point>> pieces, long fastest, long slowest) {
    static final ResponseCurve NONE = new ResponseCurve(List.of(), 0, 0);

    /// Room above and below the curve, as a share of the height.
    private static final double MARGIN = 0.12;

    /// @param x 0 at the beginning of the window, 1 at its end
    /// @param y 0 at the bottom, 1 at the top
    public record Point(double x, double y, Instant at, long milliseconds) {}

    static ResponseCurve of(List<StatusSample> samples, Instant end, Duration window) {
        Instant begin = end.minus(window);
        List<StatusSample> inside = samples.stream()
                .filter(sample -> !sample.at().isBefore(begin) && !sample.at().isAfter(end))
                .toList();
        var times = inside.stream()
                .map(StatusSample::responseTime)
                .filter(time -> time != null)
                .mapToLong(Long::longValue)
                .summaryStatistics();
        if (times.getCount() == 0) {
            return NONE;
        }
        var scale = new Scale(begin, window, times.getMin(), times.getMax());
        return new ResponseCurve(cut(inside, scale), times.getMin(), times.getMax());
    }

    private static List<List<Point>> cut(List<StatusSample> samples, Scale scale) {
        var pieces = new ArrayList<List<Point>>();
        var piece = new ArrayList<Point>();
        for (StatusSample sample : samples) {
            Long time = sample.responseTime();
            if (time != null) {
                piece.add(scale.point(sample.at(), time));
            } else if (!piece.isEmpty()) {
                pieces.add(List.copyOf(piece));
                piece.clear();
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(List.copyOf(piece));
        }
        return List.copyOf(pieces);
    }

    private record Scale(Instant begin, Duration window, long fastest, long slowest) {
        Point point(Instant at, long milliseconds) {
            double x = (double) Duration.between(begin, at).toMillis() / window.toMillis();
            double height = slowest == fastest ? 0.5 : (double) (milliseconds - fastest) / (slowest - fastest);
            return new Point(x, MARGIN + height * (1 - 2 * MARGIN), at, milliseconds);
        }
    }
}
