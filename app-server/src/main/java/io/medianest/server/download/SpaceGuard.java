package io.medianest.server.download;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees to it that downloads leave room on the disk. Once it was too full, a little more than the minimum has
/// to be free before they go on, lest they stop and start all the time. Thread-safe.
final class SpaceGuard {
    private static final Logger LOG = LoggerFactory.getLogger(SpaceGuard.class);
    private static final int MARGIN = 10;

    private final DiskSpace disk;
    private final Supplier<DownloadSettings> settings;
    /// The folders whose disks were too full.
    private final Set<Path> full = ConcurrentHashMap.newKeySet();

    SpaceGuard(DiskSpace disk, Supplier<DownloadSettings> settings) {
        this.disk = disk;
        this.settings = settings;
    }

    /// Looks at the disk now that downloads go to which begin now.
    ///
    /// @return why nothing may be loaded, in a sentence for people
    Optional<String> problem() {
        return problem(settings.get().directory());
    }

    /// As [#problem()], of the disk of a folder that downloads began in.
    Optional<String> problem(Path home) {
        var free = free(home);
        if (free == null) {
            return Optional.empty();
        }
        long wanted = settings.get().minFreeBytes();
        if (free >= (full.contains(home) ? wanted + wanted / MARGIN : wanted)) {
            full.remove(home);
            return Optional.empty();
        }
        full.add(home);
        return Optional.of(sentence(free, wanted));
    }

    private static String sentence(long free, long wanted) {
        return "Only %s are free on the disk, and %s are to stay free. Make room, or lower youtube.min-free-space."
                .formatted(Amounts.bytes(free), Amounts.bytes(wanted));
    }

    /// @throws MediaNestException `INSUFFICIENT_STORAGE`
    void requireRoom() {
        problem().ifPresent(problem -> {
            throw new MediaNestException(ErrorCode.INSUFFICIENT_STORAGE, problem);
        });
    }

    /// Bytes; null when the disk cannot be asked.
    @Nullable Long free() {
        return free(settings.get().directory());
    }

    private @Nullable Long free(Path home) {
        try {
            return disk.usable(home);
        } catch (IOException e) {
            LOG.debug("the free space cannot be told", e);
            return null;
        }
    }
}
