package io.medianest.server.ytdlp;

import io.medianest.server.platform.Secret;
import io.medianest.server.platform.security.SecretBox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The cookies as yt-dlp's last good run left them. Sites renew them all the time, and those that were exported once
/// are not taken for long. They stand in for the ones of the setting until somebody changes that, and lie on the disk
/// encrypted. Thread-safe.
final class RenewedCookies {
    private static final Logger LOG = LoggerFactory.getLogger(RenewedCookies.class);
    /// What is encrypted is a third larger.
    private static final long MOST_BYTES = 2L * CookieFile.MOST_BYTES;

    private static final String UNFINISHED = "cookies";
    private static final String PART = ".part";

    private final Path file;
    private final SecretBox secrets;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Kept kept;
    private boolean read;

    /// @param file that they are kept in
    RenewedCookies(Path file, SecretBox secrets, Clock clock) {
        this.file = file;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Removes what was not written to its end because the program was killed.
    void tidy() {
        var folder = folder();
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var unfinished = Files.newDirectoryStream(folder, UNFINISHED + "*" + PART)) {
            unfinished.forEach(Shelf::forget);
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("{} cannot be tidied up", folder, e);
        }
    }

    private Path folder() {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    /// The newest form of the cookies of the setting.
    CookieFile newest(CookieFile given) {
        lock.lock();
        try {
            var known = known();
            return known != null && known.origin.equals(digest(given)) ? known.cookies : given;
        } finally {
            lock.unlock();
        }
    }

    /// Keeps what a run that ended well has made of its cookies, if that can be theirs. Of several runs at the same
    /// time the first does.
    ///
    /// @param used what the run was given, of [#newest]
    /// @param left the file as it left it
    void keep(CookieFile given, CookieFile used, Path left) {
        try {
            var renewed = Files.size(left) > CookieFile.MOST_BYTES
                    ? used
                    : used.renewed(Files.readString(left), clock.instant());
            if (!renewed.equals(used)) {
                replace(given, used, renewed);
            }
        } catch (IOException | RuntimeException e) {
            // A download that is whole does not fail for this. Their text is not told.
            LOG.warn(
                    "the cookies that yt-dlp has left are not kept: {}",
                    e.getClass().getSimpleName());
            LOG.debug("cannot be kept", e);
        }
    }

    private void replace(CookieFile given, CookieFile used, CookieFile renewed) throws IOException {
        lock.lock();
        try {
            if (newest(given).equals(used)) {
                var next = new Kept(digest(given), renewed);
                write(secrets.seal(
                        new Secret(next.origin + "\n" + renewed.text().reveal())));
                kept = next;
            }
        } finally {
            lock.unlock();
        }
    }

    private void write(String sealed) throws IOException {
        var folder = Files.createDirectories(folder());
        // Temporary files are their owner's alone.
        var unfinished = Files.createTempFile(folder, UNFINISHED, PART);
        try {
            Files.writeString(unfinished, sealed);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Shelf.forget(unfinished);
        }
    }

    private @Nullable Kept known() {
        if (!read) {
            kept = stored();
            read = true;
        }
        return kept;
    }

    private @Nullable Kept stored() {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return null;
            }
            var words = secrets.open(Files.readString(file)).reveal().split("\n", 2);
            return words.length < 2 ? null : new Kept(words[0], CookieFile.parse(words[1]));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException | IllegalArgumentException | SecretBox.CannotOpen e) {
            LOG.warn("{} cannot be used; the cookies of the setting are", file, e);
            return null;
        }
    }

    private static String digest(CookieFile cookies) {
        try {
            var text = cookies.text().reveal().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// @param origin tells the setting that they are the newest form of
    private record Kept(String origin, CookieFile cookies) {}
}
