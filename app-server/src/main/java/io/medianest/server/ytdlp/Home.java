package io.medianest.server.ytdlp;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder below which files are put, each at once and whole. Others may put theirs there too: what is not
/// ours is not replaced, and no link in it leads out.
public record Home(Path root) {
    private static final Logger LOG = LoggerFactory.getLogger(Home.class);
    private static final int MOST_COPIES = 1_000;

    /// Says of what is at a path whether it may be replaced.
    @FunctionalInterface
    public interface Replaceable {
        boolean test(Path path) throws IOException;
    }

    /// A place where nothing is, or what may be replaced: the wished one, or the same name with a number.
    public Path free(Path relative, Replaceable replaceable) throws IOException {
        var wanted = root.resolve(relative);
        var name = Objects.requireNonNull(wanted.getFileName()).toString();
        int dot = name.lastIndexOf('.');
        for (int copy = 1; copy < MOST_COPIES; copy++) {
            var candidate = copy == 1
                    ? wanted
                    : wanted.resolveSibling("%s (%d)%s".formatted(name.substring(0, dot), copy, name.substring(dot)));
            if (!Files.exists(candidate, LinkOption.NOFOLLOW_LINKS) || replaceable.test(candidate)) {
                return candidate;
            }
        }
        throw new IOException("File exists: " + wanted);
    }

    /// Makes the folder of a file. A name cannot lead out of here, a link on the way to it can.
    ///
    /// @throws FetchException `OUTSIDE`
    public void confine(Path target) throws IOException {
        Files.createDirectories(root);
        var folder = Objects.requireNonNull(target.getParent());
        requireInside(existing(folder));
        Files.createDirectories(folder);
        requireInside(folder);
    }

    private static Path existing(Path folder) {
        var existing = folder;
        while (!Files.exists(existing)) {
            existing = Objects.requireNonNull(existing.getParent());
        }
        return existing;
    }

    private void requireInside(Path folder) throws IOException {
        if (!folder.toRealPath().startsWith(root.toRealPath())) {
            LOG.warn("{} leads out of {}", folder, root);
            throw new FetchException(FetchFailure.OUTSIDE);
        }
    }

    /// Moves a file in one step; what is there is replaced.
    public static Path move(Path from, Path to) throws IOException {
        try {
            return Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            LOG.debug("{} is on another disk than {}", from, to, e);
        }
        var unfinished = to.resolveSibling("." + to.getFileName() + ".part");
        try {
            Files.copy(from, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Shelf.forget(unfinished);
        }
        Shelf.forget(from);
        return to;
    }
}
