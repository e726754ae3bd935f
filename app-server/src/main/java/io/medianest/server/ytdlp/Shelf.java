package io.medianest.server.ytdlp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts finished files where the household wants them, each at once and whole, the video last: whoever looks
/// through the folder meanwhile never finds half a thing.
final class Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{2,5}");
    private static final Pattern SUBTITLES = Pattern.compile("(\\.[A-Za-z0-9-]{2,20})?\\.(srt|vtt|ass)");

    private final FetchOrder order;

    Shelf(FetchOrder order) {
        this.order = order;
    }

    /// @param file that yt-dlp has finished, in a folder with what belongs to it
    FetchedFile put(Path file, FoundVideo video, @Nullable String description) throws IOException {
        var home = new Home(order.home());
        long size = Files.size(file);
        // What has the same name and size is the same: the program was ended between two steps and takes the
        // last one again.
        var target = home.free(order.naming().path(video, extension(file)), there -> Files.size(there) == size);
        home.confine(target);
        var beside = new ArrayList<Path>();
        try {
            companions(file, target, beside);
            if (order.extras().wants(Extra.NFO)) {
                beside.add(Nfo.write(sibling(target, ".nfo"), video, description, order));
            }
            Home.move(file, target);
        } catch (IOException e) {
            beside.forEach(Shelf::forget);
            throw e;
        }
        deleteAll(order.temp());
        return new FetchedFile(target, Files.size(target), video, List.copyOf(beside));
    }

    private void companions(Path file, Path target, List<Path> beside) throws IOException {
        var stem = stem(file);
        try (Stream<Path> siblings = Files.list(Objects.requireNonNull(file.getParent()))) {
            for (var sibling : siblings.filter(path -> !path.equals(file)).toList()) {
                var name = sibling.getFileName().toString();
                var rest = name.startsWith(stem) ? name.substring(stem.length()) : "";
                if (SUBTITLES.matcher(rest).matches()) {
                    beside.add(Home.move(sibling, sibling(target, rest)));
                } else if (rest.equals(".jpg") && order.extras().wants(Extra.THUMBNAIL_BESIDE)) {
                    beside.add(Home.move(sibling, sibling(target, "-thumb.jpg")));
                }
            }
        }
    }

    /// Below the name of the video, with another end.
    private static Path sibling(Path target, String end) {
        return target.resolveSibling(stem(target) + end);
    }

    private static String stem(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String extension(Path file) {
        var name = file.getFileName().toString();
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return EXTENSION.matcher(extension).matches() ? extension : "bin";
    }

    /// Deletes a finished download with all that belongs to it.
    static void forget(FetchedFile file) {
        forget(file.file());
        file.beside().forEach(Shelf::forget);
    }

    /// Deletes a file, if it can be.
    static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} stays behind: {}", file, e.toString());
        }
    }

    /// Deletes a directory with all that is in it; links are cut, not followed.
    static void deleteAll(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder()).forEach(Shelf::forget);
        } catch (IOException e) {
            LOG.warn("{} stays behind: {}", directory, e.toString());
        }
    }
}
