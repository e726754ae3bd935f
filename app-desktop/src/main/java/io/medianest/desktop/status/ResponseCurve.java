package io.medianest.desktop.status;

import io.medianest.model.status.StatusSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/// Response times over a span of time, ready to be drawn at any size above a scale that begins at nothing. Where
/// nothing answered, the curve is interrupted. The few answers that are far slower than nearly all others lie beyond
/// the scale, which they would else flatten for all others.
///
/// @param pieces uninterrupted stretches, oldest first
/// @param fastest milliseconds; 0 without points
/// @param slowest milliseconds; 0 without points
/// @param top milliseconds at the upper end of the scale: a round number
public record ResponseCurve(List<List<Point>> pieces, long fastest, long slowest, long top) {
    static final ResponseCurve NONE = new ResponseCurve(List.of(), 0, 0, 0);

    private static final double[] ROUND = {1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10};
    private static final long LOWEST_TOP = 4;
    private static final double NEARLY_ALL = 0.95;
    private static final int FAR_SLOWER = 3;

    /// @param x 0 at the beginning of the span, 1 at its end
    /// @param y 0 at the bottom, 1 at the top of the scale, more beyond it
    public record Point(double x, double y, Instant at, long milliseconds) {
        boolean isBeyond() {
            return y > 1;
        }
    }

    static ResponseCurve of(List<StatusSample> samples, Span span) {
        List<StatusSample> inside =
                samples.stream().filter(sample -> span.contains(sample.at())).toList();
        long[] times = inside.stream()
                .map(StatusSample::responseTime)
                .filter(time -> time != null)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        if (times.length == 0) {
            return NONE;
        }
        long top = roundAbove(slowestInScale(times));
        return new ResponseCurve(cut(inside, span, top), times[0], times[times.length - 1], top);
    }

    /// The slowest but those that are several times as slow as nearly all.
    ///
    /// @param times fastest first
    private static long slowestInScale(long[] times) {
        long nearlyAll = times[(int) Math.ceil(times.length * NEARLY_ALL) - 1];
        return LongStream.of(times)
                .filter(time -> time <= nearlyAll * FAR_SLOWER)
                .max()
                .orElse(nearlyAll);
    }

    /// Those beyond the scale, oldest first.
    List<Point> beyond() {
        return pieces.stream().flatMap(List::stream).filter(Point::isBeyond).toList();
    }

    /// How many points there are to draw.
    int points() {
        return pieces.stream().mapToInt(List::size).sum();
    }

    /// The next round number that can be halved.
    private static long roundAbove(long milliseconds) {
        long wanted = Math.max(LOWEST_TOP, milliseconds);
        double power = Math.pow(10, Math.floor(Math.log10((double) wanted)));
        return DoubleStream.of(ROUND)
                .mapToLong(round -> Math.round(round * power))
                .filter(round -> round >= wanted && round % 2 == 0)
                .findFirst()
                .orElse(wanted + wanted % 2);
    }

    private static List<List<Point>> cut(List<StatusSample> samples, Span span, long top) {
        var pieces = new ArrayList<List<Point>>();
        var piece = new ArrayList<Point>();
        for (StatusSample sample : samples) {
            Long time = sample.responseTime();
            if (time != null) {
                piece.add(new Point(span.share(sample.at()), (double) time / top, sample.at(), time));
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
}
