package io.medianest.server.download;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.medianest.model.api.Json;
import io.medianest.server.ytdlp.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The finished files of downloads. Touches nothing outside the folders for downloads. Thread-safe.
final class DownloadFiles {
    private static final Logger LOG = LoggerFactory.getLogger(DownloadFiles.class);

    private final Supplier<DownloadSettings> settings;
    /// Held from finding a place until it is taken.
    private final ReentrantLock placing = new ReentrantLock();

    DownloadFiles(Supplier<DownloadSettings> settings) {
        this.settings = settings;
    }

    /// A finished file in its place.
    ///
    /// @param beside what belongs to it
    record Finished(Path file, List<Path> beside) {}

    /// Files that nobody wants any more.
    ///
    /// @param home the folder that they are below; null for that of today
    record Unwanted(@Nullable String home, List<String> files) {}

    /// Moves a finished file to its place, or to one beside it where somebody else's file is there.
    ///
    /// @param held what the downloads of the same video name
    /// @param replaceable whether the file at a path is to make room
    /// @throws IOException when it cannot be moved; it is still where it was then
    Finished publish(Workplace at, Delivery delivery, Holdings held, Home.Replaceable replaceable) throws IOException {
        placing.lock();
        try {
            boolean waiting = delivery.isWaiting(at);
            var target =
                    waiting ? chosen(at, delivery, replaceable) : Path.of(Objects.requireNonNull(delivery.place()));
            var beside = beside(at, delivery, target, held);
            if (waiting) {
                Home.move(at.finished().resolve(delivery.file()), target);
            }
            return new Finished(target, beside);
        } finally {
            placing.unlock();
        }
    }

    private static Path chosen(Workplace at, Delivery delivery, Home.Replaceable replaceable) throws IOException {
        var home = new Home(at.home());
        var target = home.free(Path.of(delivery.file()), replaceable);
        home.confine(target);
        delivery.to(target).noted(at);
        return target;
    }

    private static List<Path> beside(Workplace at, Delivery delivery, Path target, Holdings held) throws IOException {
        boolean replaced = Files.exists(target);
        var there = new ArrayList<Path>();
        for (var file : delivery.beside()) {
            var from = at.finished().resolve(file);
            var to = target.resolveSibling(stem(target) + end(from, delivery));
            if (!Files.exists(from)) {
                // An earlier attempt came as far as this.
                Optional.of(to).filter(Files::exists).ifPresent(there::add);
                continue;
            }
            boolean ours = held.files().contains(to.toString());
            if (!Files.exists(to, LinkOption.NOFOLLOW_LINKS) || (replaced && ours)) {
                there.add(Home.move(from, to));
            } else if (ours) {
                // The picture of the same video in another format, for example, serves both.
                there.add(to);
            }
        }
        return there;
    }

    private static String end(Path beside, Delivery delivery) {
        var name = beside.getFileName().toString();
        var stem = stem(Path.of(delivery.file()));
        return name.startsWith(stem) ? name.substring(stem.length()) : " " + name;
    }

    private static String stem(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    /// Removes files, and directories that are empty then.
    void delete(Unwanted unwanted) {
        var home = unwanted.home() == null ? settings.get().directory() : Path.of(unwanted.home());
        unwanted.files().forEach(file -> delete(home, Path.of(file)));
    }

    private static void delete(Path home, Path file) {
        try {
            if (!Files.exists(file)) {
                return;
            }
            var top = home.toRealPath();
            var real = file.toRealPath();
            if (!real.startsWith(top)) {
                LOG.warn("{} is left alone: it is not in {}", file, top);
                return;
            }
            Files.delete(real);
            deleteEmpty(real.getParent(), top);
        } catch (IOException e) {
            LOG.warn("{} could not be removed", file, e);
        }
    }

    private static void deleteEmpty(@Nullable Path directory, Path home) throws IOException {
        var empty = directory;
        while (empty != null && !empty.equals(home) && empty.startsWith(home) && isEmpty(empty)) {
            Files.delete(empty);
            empty = empty.getParent();
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> content = Files.list(directory)) {
            return content.findAny().isEmpty();
        }
    }

    static @Nullable String besideText(List<Path> beside) {
        try {
            return beside.isEmpty()
                    ? null
                    : Json.strict()
                            .writeValueAsString(
                                    beside.stream().map(Path::toString).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> besideOf(@Nullable String text) {
        try {
            return text == null ? List.of() : Json.strict().readValue(text, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("files in the database are no list: " + text, e);
        }
    }
}
