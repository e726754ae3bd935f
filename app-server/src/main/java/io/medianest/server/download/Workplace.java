package io.medianest.server.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the unfinished files of one download are, and of no other; on the same disk as the finished ones.
///
/// @param home the folder for downloads when it began
record Workplace(Path home, String id) {
    /// In each folder for downloads.
    static final String INCOMPLETE = ".incomplete";

    private static final Logger LOG = LoggerFactory.getLogger(Workplace.class);

    Path root() {
        return home.resolve(INCOMPLETE).resolve(id);
    }

    /// What a download is made from, and goes on from when it is started again.
    Path parts() {
        return root().resolve("parts");
    }

    /// Where the finished file is put at first, so that nothing else that is called the same is in its way.
    Path finished() {
        return root().resolve("finished");
    }

    boolean exists() {
        return Files.exists(root());
    }

    /// Bytes of all that is there.
    long size() {
        try (Stream<Path> all = Files.walk(root())) {
            return all.mapToLong(Workplace::size).sum();
        } catch (IOException | UncheckedIOException e) {
            // Files come and go while they are counted.
            LOG.debug("{} cannot be measured", root(), e);
            return 0;
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    /// Removes all that is there.
    void delete() {
        if (!exists()) {
            return;
        }
        try (Stream<Path> all = Files.walk(root())) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("the unfinished files of {} could not be removed", id, e);
        }
    }
}
