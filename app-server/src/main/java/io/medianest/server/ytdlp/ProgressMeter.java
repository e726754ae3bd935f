package io.medianest.server.ytdlp;

import io.medianest.server.platform.json.Fields;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes one rising percentage of what yt-dlp says of each stream by itself, and only so often. Not
/// thread-safe.
final class ProgressMeter {
    private static final Duration PAUSE = Duration.ofMillis(250);
    /// The last percent is the work on the finished streams: joining, tagging, moving.
    private static final double DOWNLOADED = 99;
    private static final double PICTURE = 9;
    private static final double SOUND = 1;

    private final Clock clock;
    private List<Stream> streams = List.of(new Stream(1, null));
    private int current;
    private long finishedBytes;
    private double highest;
    private Instant told = Instant.MIN;
    private @Nullable FetchProgress latest;

    ProgressMeter(Clock clock) {
        this.clock = clock;
    }

    /// Says which streams will come, in their order.
    ///
    /// @param formats the streams of a merge; empty when there is one
    /// @param only the size of that one, if known
    void plan(List<Fields> formats, @Nullable Long only) {
        streams = formats.isEmpty() ? List.of(new Stream(1, only)) : weighed(formats);
    }

    /// By size where all are known, else by bit rate, else by what is usual.
    private static List<Stream> weighed(List<Fields> formats) {
        var weighed = new ArrayList<Stream>();
        boolean sized = formats.stream().allMatch(format -> size(format) != null);
        boolean rated = formats.stream().allMatch(format -> format.decimal("tbr") != null);
        for (var format : formats) {
            var size = size(format);
            var rate = format.decimal("tbr");
            double usual = format.text("vcodec", "").equals("none") ? SOUND : PICTURE;
            double weight = sized && size != null ? size : rated && rate != null ? rate : usual;
            weighed.add(new Stream(Math.max(weight, 1e-9), size));
        }
        return weighed;
    }

    private static @Nullable Long size(Fields format) {
        var exact = format.whole("filesize");
        return exact == null ? format.whole("filesize_approx") : exact;
    }

    /// Takes what yt-dlp says.
    ///
    /// @return what to tell, when it is time to tell it
    Optional<FetchProgress> update(Fields line) {
        boolean finished = line.text("status", "").equals("finished");
        long bytes = Math.max(0, line.whole("downloaded_bytes", line.whole("total_bytes", 0)));
        double fraction = finished ? 1 : fraction(line, bytes);
        highest = Math.max(highest, Math.min(overall(fraction), 1) * DOWNLOADED);
        latest = new FetchProgress(highest, finishedBytes + bytes, total(line, bytes), speed(line), eta(line, bytes));
        if (finished) {
            finishedBytes += bytes;
            current++;
        }
        return isTime() ? Optional.of(latest) : Optional.empty();
    }

    /// What to tell when all is done.
    FetchProgress done(long size) {
        return new FetchProgress(100, size, size, null, 0L);
    }

    private boolean isTime() {
        var now = clock.instant();
        if (!told.equals(Instant.MIN) && Duration.between(told, now).abs().compareTo(PAUSE) < 0) {
            return false;
        }
        told = now;
        return true;
    }

    private double overall(double fraction) {
        double all = 0;
        double done = 0;
        for (int i = 0; i < streams.size(); i++) {
            double weight = streams.get(i).weight();
            all += weight;
            done += i < current ? weight : i == current ? weight * fraction : 0;
        }
        return done / all;
    }

    /// Pieces are counted where there are any: the size is then only a guess that changes with each of them.
    private static double fraction(Fields line, long bytes) {
        double pieces = line.integer("fragment_count", 0);
        if (pieces > 0) {
            return Math.clamp(line.integer("fragment_index", 0) / pieces, 0, 1);
        }
        var total = line.decimal("total_bytes") == null
                ? line.decimal("total_bytes_estimate")
                : line.decimal("total_bytes");
        return total == null || total <= 0 ? 0 : Math.clamp(bytes / total, 0, 1);
    }

    private @Nullable Long total(Fields line, long bytes) {
        var ofThis = line.decimal("total_bytes") == null
                ? line.decimal("total_bytes_estimate")
                : line.decimal("total_bytes");
        if (ofThis == null) {
            return null;
        }
        long sum = finishedBytes + Math.max(Math.round(ofThis), bytes);
        for (int i = current + 1; i < streams.size(); i++) {
            var size = streams.get(i).size();
            if (size == null) {
                return null;
            }
            sum += size;
        }
        return sum;
    }

    private static @Nullable Long speed(Fields line) {
        var speed = line.decimal("speed");
        return speed == null || speed <= 0 ? null : Math.round(speed);
    }

    private @Nullable Long eta(Fields line, long bytes) {
        var speed = speed(line);
        var total = total(line, bytes);
        if (speed == null || total == null) {
            return line.whole("eta");
        }
        return Math.max(0, (total - finishedBytes - bytes) / speed);
    }

    private record Stream(double weight, @Nullable Long size) {}
}
