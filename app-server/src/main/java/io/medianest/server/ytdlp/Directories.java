package io.medianest.server.ytdlp;

import io.medianest.server.platform.security.SecretBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What belongs to yt-dlp in the data directory. Thread-safe.
final class Directories {
    private static final Logger LOG = LoggerFactory.getLogger(Directories.class);

    private final Path root;
    private final Path allHomes;
    private final Path homes;
    private final RenewedCookies renewed;

    /// @param root `tools` in the data directory
    /// @param secrets what cookies are encrypted with
    Directories(Path root, SecretBox secrets, Clock clock) {
        this.root = root;
        this.allHomes = root.resolve("homes");
        this.renewed = new RenewedCookies(root.resolve("cookies"), secrets, clock);
        this.homes = allHomes.resolve(UUID.randomUUID().toString());
    }

    /// Empty: the home that programs find which are only asked for their versions.
    Path home() {
        return made(root.resolve("home"));
    }

    /// A home for one run, to be closed after it.
    ///
    /// @param given the cookies of the setting; the run finds the newest form of them
    RunHome runHome(@Nullable CookieFile given) {
        try {
            if (given == null) {
                return RunHome.make(homes, null, _ -> {});
            }
            var used = renewed.newest(given);
            return RunHome.make(homes, used, left -> renewed.keep(given, used, left));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /// Ends the runs whose program was killed, whether it came to note them or not, and removes their homes, lest
    /// cookies lie about.
    void tidy() {
        StrayRuns.end(cache());
        renewed.tidy();
        if (!Files.isDirectory(allHomes)) {
            return;
        }
        try (Stream<Path> all = Files.list(allHomes)) {
            all.filter(other -> !other.equals(homes)).forEach(Shelf::deleteAll);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} cannot be tidied up", allHomes, e);
        }
    }

    /// Where yt-dlp keeps what it has learned.
    Path cache() {
        return root.resolve("cache");
    }

    /// Where a copy of yt-dlp can be put that the program may renew.
    Path tools() {
        return root;
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static UncheckedIOException unwritable(IOException cause) {
        return new UncheckedIOException("the data directory cannot be written to", cause);
    }
}
