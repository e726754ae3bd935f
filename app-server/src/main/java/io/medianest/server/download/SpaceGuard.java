package io.medianest.server.download;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import java.io.IOException;
import java.util.Optional;
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
    private volatile boolean full;

    SpaceGuard(DiskSpace disk, Supplier<DownloadSettings> settings) {
        this.disk = disk;
        this.settings = settings;
    }

    /// Looks at the disk now.
    ///
    /// @return why nothing may be loaded, in a sentence for people
    Optional<String> problem() {
        var free = free();
        if (free == null) {
            return Optional.empty();
        }
        long wanted = settings.get().minFreeBytes();
        full = free < (full ? wanted + wanted / MARGIN : wanted);
        return full ? Optional.of(sentence(free, wanted)) : Optional.empty();
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
        try {
            return disk.usable(settings.get().directory());
        } catch (IOException e) {
            LOG.debug("the free space cannot be told", e);
            return null;
        }
    }
}
