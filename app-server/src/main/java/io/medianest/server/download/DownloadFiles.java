package io.medianest.server.download;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.medianest.model.api.Json;
import io.medianest.server.ytdlp.FetchedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of downloads. Touches nothing outside the directory for downloads. Thread-safe.
final class DownloadFiles {
    private static final Logger LOG = LoggerFactory.getLogger(DownloadFiles.class);
    private static final String INCOMPLETE = ".incomplete";

    private final Supplier<DownloadSettings> settings;

    DownloadFiles(Supplier<DownloadSettings> settings) {
        this.settings = settings;
    }

    Path home() {
        return settings.get().directory();
    }

    /// Where the unfinished files of one download are, and of no other; on the same disk as the finished
    /// ones.
    Path incomplete(String id) {
        return home().resolve(INCOMPLETE).resolve(id);
    }

    /// What a download is made from, and goes on from when it is started again.
    Path parts(String id) {
        return incomplete(id).resolve("parts");
    }

    /// Where the finished file of a download is put at first, so that nothing else that is called the same is
    /// in its way.
    Path finished(String id) {
        return incomplete(id).resolve("finished");
    }

    /// The downloads that have unfinished files.
    List<String> incomplete() {
        var directory = home().resolve(INCOMPLETE);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(directory)) {
            return content.map(path -> String.valueOf(path.getFileName())).toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} cannot be read", directory, e);
            return List.of();
        }
    }

    /// Moves a finished file to its place below the directory for downloads. What is there is replaced.
    ///
    /// @throws IOException when it is not where it should be, or cannot be moved
    Finished publish(String id, FetchedFile fetched) throws IOException {
        var beside = new ArrayList<Path>();
        for (var path : fetched.beside()) {
            beside.add(move(id, path));
        }
        return new Finished(move(id, fetched.file()), beside);
    }

    private Path move(String id, Path file) throws IOException {
        var from = finished(id).toRealPath();
        var real = file.toRealPath();
        if (!real.startsWith(from)) {
            throw new IOException(file + " is not in " + from);
        }
        var target = home().resolve(from.relativize(real).toString());
        Files.createDirectories(target.getParent());
        return Files.move(real, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /// A finished file in its place.
    ///
    /// @param beside what belongs to it
    record Finished(Path file, List<Path> beside) {}

    /// Removes what has arrived of a download that nobody wants any more.
    void deleteIncomplete(String id) {
        var root = incomplete(id);
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("the unfinished files of {} could not be removed", id, e);
        }
    }

    /// Removes a finished file with all that belongs to it, and directories that are empty then.
    void delete(String file, @Nullable String beside) {
        Stream.concat(Stream.of(file), besideOf(beside).stream()).map(Path::of).forEach(this::delete);
    }

    private void delete(Path file) {
        try {
            if (!Files.exists(file)) {
                return;
            }
            var home = home().toRealPath();
            var real = file.toRealPath();
            if (!real.startsWith(home)) {
                LOG.warn("{} is left alone: it is not in {}", file, home);
                return;
            }
            Files.delete(real);
            deleteEmpty(real.getParent(), home);
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

    private static List<String> besideOf(@Nullable String text) {
        try {
            return text == null ? List.of() : Json.strict().readValue(text, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("files in the database are no list: " + text, e);
        }
    }
}
