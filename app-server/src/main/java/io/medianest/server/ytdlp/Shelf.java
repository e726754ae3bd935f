package io.medianest.server.ytdlp;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    private static final int MOST_COPIES = 1_000;

    private final FetchOrder order;

    Shelf(FetchOrder order) {
        this.order = order;
    }

    /// @param file that yt-dlp has finished, in a folder with what belongs to it
    FetchedFile put(Path file, FoundVideo video, @Nullable String description) throws IOException {
        var target = free(order.naming().path(video, extension(file)), Files.size(file));
        confine(target);
        var beside = new ArrayList<Path>();
        try {
            companions(file, target, beside);
            if (order.extras().wants(Extra.NFO)) {
                beside.add(Nfo.write(sibling(target, ".nfo"), video, description, order));
            }
            move(file, target);
        } catch (IOException e) {
            beside.forEach(Shelf::forget);
            throw e;
        }
        deleteAll(order.temp());
        return new FetchedFile(target, Files.size(target), video, List.copyOf(beside));
    }

    /// A place where nothing else is. What has the same name and size is the same: the program was ended
    /// between two steps and takes the last one again.
    private Path free(Path relative, long size) throws IOException {
        var wanted = order.home().resolve(relative);
        var name = wanted.getFileName().toString();
        int dot = name.lastIndexOf('.');
        for (int copy = 1; copy < MOST_COPIES; copy++) {
            var candidate = copy == 1
                    ? wanted
                    : wanted.resolveSibling("%s (%d)%s".formatted(name.substring(0, dot), copy, name.substring(dot)));
            if (!Files.exists(candidate) || Files.size(candidate) == size) {
                return candidate;
            }
        }
        throw new IOException("File exists: " + wanted);
    }

    /// A name cannot lead out of the folder, a link in it can.
    private void confine(Path target) throws IOException {
        var folder = Objects.requireNonNull(target.getParent());
        Files.createDirectories(order.home());
        Files.createDirectories(folder);
        if (!folder.toRealPath().startsWith(order.home().toRealPath())) {
            LOG.warn("{} leads out of {}", target, order.home());
            throw new FetchException(FetchFailure.NOT_WRITABLE);
        }
    }

    private void companions(Path file, Path target, List<Path> beside) throws IOException {
        var stem = stem(file);
        try (Stream<Path> siblings = Files.list(Objects.requireNonNull(file.getParent()))) {
            for (var sibling : siblings.filter(path -> !path.equals(file)).toList()) {
                var name = sibling.getFileName().toString();
                var rest = name.startsWith(stem) ? name.substring(stem.length()) : "";
                if (SUBTITLES.matcher(rest).matches()) {
                    beside.add(move(sibling, sibling(target, rest)));
                } else if (rest.equals(".jpg") && order.extras().wants(Extra.THUMBNAIL_BESIDE)) {
                    beside.add(move(sibling, sibling(target, "-thumb.jpg")));
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

    private static Path move(Path from, Path to) throws IOException {
        try {
            return Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            LOG.debug("{} is on another disk than {}", from, to, e);
        }
        var unfinished = to.resolveSibling("." + to.getFileName() + ".part");
        try {
            Files.copy(from, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return to;
        } finally {
            forget(unfinished);
        }
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
