package io.medianest.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody who had watched the demo's household for a month would have seen: so that charts have something to
/// show. Invented as the household itself is.
public final class DemoPast {
    private static final Duration CLOSELY = Duration.ofMinutes(3);
    private static final Duration LOOSELY = Duration.ofMinutes(15);
    private static final Duration SELDOM = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    private static final List<Watched> WATCHED = List.of(
            new Watched("plex", 26, List.of(new Trouble(Duration.ofDays(12), Duration.ofHours(2)))),
            new Watched("overseerr", 58, List.of(new Trouble(Duration.ofHours(9), Duration.ofMinutes(20)))),
            new Watched("tmdb", 110, List.of(new Trouble(Duration.ofDays(4), Duration.ofMinutes(50)))),
            new Watched("uptime-kuma", 17, List.of()),
            new Watched(
                    "yt-dlp",
                    290,
                    List.of(
                            new Trouble(Duration.ofHours(15), Duration.ofMinutes(9)),
                            new Trouble(Duration.ofDays(3), Duration.ofHours(1)))));

    private DemoPast() {}

    /// One look at a service.
    ///
    /// @param service as the demo's control page names it
    /// @param responseTime milliseconds; absent when it did not answer
    public record Check(
            String service, Instant at, @Nullable Long responseTime) {}

    /// A time at which a service did not answer.
    ///
    /// @param ago how long before the end it began
    private record Trouble(Duration ago, Duration length) {
        boolean covers(Duration before) {
            return before.compareTo(ago) <= 0 && before.compareTo(ago.minus(length)) > 0;
        }
    }

    /// @param usual milliseconds that it mostly takes
    private record Watched(String service, long usual, List<Trouble> troubles) {
        Check look(Instant end, Duration before) {
            Instant at = end.minus(before);
            boolean ill = troubles.stream().anyMatch(trouble -> trouble.covers(before));
            return new Check(service, at, ill ? null : took(usual, at, service.hashCode()));
        }
    }

    /// An answer time that fits to those before and after it.
    static long took(long usual, Instant at, long seed) {
        return Math.max(1, Math.round(usual * (0.6 + Wander.at(at.getEpochSecond() / 60, seed))));
    }

    /// A month of looks, the oldest first: the nearer to its end, the closer together.
    public static List<Check> until(Instant end) {
        var moments = moments();
        return WATCHED.stream()
                .flatMap(watched -> moments.stream().map(before -> watched.look(end, before)))
                .toList();
    }

    private static List<Duration> moments() {
        var moments = new ArrayList<Duration>();
        Stream.of(
                        new Stretch(MONTH, WEEK, SELDOM),
                        new Stretch(WEEK, DAY, LOOSELY),
                        new Stretch(DAY, Duration.ZERO, CLOSELY))
                .forEach(stretch -> stretch.addTo(moments));
        return moments;
    }

    private record Stretch(Duration from, Duration to, Duration step) {
        void addTo(List<Duration> moments) {
            for (var before = from; before.compareTo(to) > 0; before = before.minus(step)) {
                moments.add(before);
            }
        }
    }
}
