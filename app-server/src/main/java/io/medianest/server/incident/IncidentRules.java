package io.medianest.server.incident;

import java.time.Duration;

/// What the household calls an incident, and when it is carried on. The windows of the admins show one at once.
///
/// @param deadJobs more than so many failed jobs are one
/// @param lowDiskBytes less than that left on the disk is one
/// @param errorPercent so many of a hundred replies that failed through our own fault are one
/// @param notifyAfter then all admins are notified, unless somebody looks after it
/// @param sendAfter then it leaves the house: by webhook and e-mail, where they are set up
public record IncidentRules(
        int deadJobs, long lowDiskBytes, int errorPercent, Duration notifyAfter, Duration sendAfter) {}
