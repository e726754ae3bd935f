package io.medianest.server.platform.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files that never change, kept on disk so that they need not be fetched again. When there is no room (left)
/// they are fetched each time instead: the cache is a convenience and never an error. Thread-safe.
public final class FileCache {
    private static final Logger LOG = LoggerFactory.getLogger(FileCache.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}");
    private static final String UNFINISHED = ".part";

    private final Path directory;
    private final long maxBytes;
    private final Clock clock;
    private final Map<String, FutureTask<byte[]>> loading = new ConcurrentHashMap<>();
    private final MissingFiles missing;
    private final AtomicLong bytes = new AtomicLong();
    private final ReentrantLock pruning = new ReentrantLock();

    /// @param maxBytes when the files together are larger, the least recently used ones go
    public FileCache(Path directory, long maxBytes, Clock clock) {
        this.directory = directory;
        this.maxBytes = maxBytes;
        this.clock = clock;
        this.missing = new MissingFiles(clock);
    }

    /// A name for what is known by a longer text, such as an address.
    ///
    /// @param kind tells apart what different texts may be
    public static String name(String kind, String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return kind + "-" + HexFormat.of().formatHex(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Makes the directory, and counts what is in it from before.
    public void start() {
        try {
            Files.createDirectories(directory);
            for (var file : files()) {
                if (file.path().toString().endsWith(UNFINISHED)) {
                    Files.deleteIfExists(file.path());
                } else {
                    bytes.addAndGet(file.size());
                }
            }
            prune();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} cannot be used, files are fetched each time: {}", directory, e.toString());
        }
    }

    /// The file of that name, fetched by `loader` if it is not there. Callers that ask for the same name at
    /// the same time share one load; what it throws reaches all of them. What it does not find is not looked
    /// for again for ten minutes.
    ///
    /// @param name letters, digits, `.`, `_` and `-`, not beginning with a dot
    /// @param toll what a caller has to pass whose file must be loaded, before that begins
    public KeptFile open(String name, Runnable toll, Supplier<byte[]> loader) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for a file: " + name);
        }
        var kept = find(name);
        if (kept != null) {
            return kept;
        }
        missing.check(name);
        toll.run();
        return KeptFile.inMemory(name, fetch(name, loader));
    }

    private byte[] fetch(String name, Supplier<byte[]> loader) {
        var mine = new FutureTask<>(() -> load(name, loader));
        var running = loading.putIfAbsent(name, mine);
        if (running != null) {
            return await(running);
        }
        try {
            mine.run();
            return await(mine);
        } finally {
            loading.remove(name);
        }
    }

    private byte[] load(String name, Supplier<byte[]> loader) {
        // Somebody else may have finished between our look and our turn.
        var meanwhile = read(name);
        if (meanwhile != null) {
            return meanwhile;
        }
        var loaded = missing.remember(name, loader);
        write(name, loaded);
        return loaded;
    }

    private static byte[] await(FutureTask<byte[]> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a file was loading", e);
        }
    }

    private @Nullable KeptFile find(String name) {
        var path = directory.resolve(name);
        try {
            Files.setLastModifiedTime(path, FileTime.from(clock.instant()));
            return KeptFile.onDisk(name, path);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            LOG.debug("{} cannot be read: {}", path, e.toString());
            return null;
        }
    }

    private byte @Nullable [] read(String name) {
        var path = directory.resolve(name);
        try {
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            LOG.debug("{} cannot be read: {}", path, e.toString());
            return null;
        }
    }

    private void write(String name, byte[] content) {
        if (content.length > maxBytes) {
            return;
        }
        Path unfinished = null;
        try {
            unfinished = Files.createTempFile(directory, name, UNFINISHED);
            Files.write(unfinished, content);
            Files.setLastModifiedTime(unfinished, FileTime.from(clock.instant()));
            Files.move(
                    unfinished,
                    directory.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            if (bytes.addAndGet(content.length) > maxBytes) {
                prune();
            }
        } catch (IOException e) {
            LOG.debug("{} is not kept: {}", name, e.toString());
            discard(unfinished);
        }
    }

    private static void discard(@Nullable Path unfinished) {
        try {
            if (unfinished != null) {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            LOG.debug("{} stays behind: {}", unfinished, e.toString());
        }
    }

    /// Makes some more room than needed, so that not each new file has to.
    private void prune() throws IOException {
        pruning.lock();
        try {
            var oldestFirst = files().stream()
                    .filter(file -> !file.path().toString().endsWith(UNFINISHED))
                    .sorted(Comparator.comparing(Kept::usedAt))
                    .toList();
            long total = oldestFirst.stream().mapToLong(Kept::size).sum();
            long wanted = total > maxBytes ? maxBytes - maxBytes / 10 : maxBytes;
            for (var file : oldestFirst) {
                if (total <= wanted) {
                    break;
                }
                Files.deleteIfExists(file.path());
                total -= file.size();
            }
            bytes.set(total);
        } finally {
            pruning.unlock();
        }
    }

    private List<Kept> files() throws IOException {
        try (var paths = Files.list(directory)) {
            return paths.filter(Files::isRegularFile).map(FileCache::kept).toList();
        }
    }

    private static Kept kept(Path path) {
        try {
            return new Kept(path, Files.size(path), Files.getLastModifiedTime(path));
        } catch (IOException e) {
            // Gone while we looked.
            return new Kept(path, 0, FileTime.fromMillis(0));
        }
    }

    private record Kept(Path path, long size, FileTime usedAt) {}
}
