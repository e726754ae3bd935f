package io.medianest.server.incident;

import io.medianest.model.admin.BreakerReport;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/// What the rules need to know of the rest of the program.
public interface Vitals {
    /// Whether anything can be read and written.
    boolean isDatabaseReachable();

    /// Of a hundred replies of the last minutes, how many failed through our own fault; 0 where there were few.
    int errorPercent();

    /// Jobs that have failed for good.
    long deadJobs();

    /// What is left on the disk with the data, in bytes.
    long freeBytes();

    /// What is left on the disk with the downloads, in bytes; empty where that is the same one.
    ///
    /// @throws IOException when that disk cannot be looked at
    OptionalLong freeBytesForDownloads() throws IOException;

    /// The circuit breakers of all outside services.
    List<BreakerReport> breakers();

    /// Whether a service is being worked on, so that it may be down.
    boolean isInMaintenance(String service);

    /// Whether nobody looks at a service any more, so that nobody would notice that it is well again.
    boolean isUnwatched(String service);
}
