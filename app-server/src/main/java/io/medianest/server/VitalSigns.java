package io.medianest.server;

import io.medianest.model.admin.BreakerReport;
import io.medianest.server.incident.Vitals;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.platform.observe.ErrorRate;
import io.medianest.server.platform.resilience.Guards;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/// What the rules about incidents look at.
record VitalSigns(
        Database database,
        JobQueue jobs,
        Guards guards,
        ErrorRate errors,
        Predicate<String> maintenance,
        Predicate<String> unwatched,
        Path directory)
        implements Vitals {
    @Override
    public boolean isDatabaseReachable() {
        return database.isReachable();
    }

    @Override
    public int errorPercent() {
        return errors.percent();
    }

    @Override
    public long deadJobs() {
        return jobs.deadLetters().count();
    }

    @Override
    public long freeBytes() {
        return directory.toFile().getUsableSpace();
    }

    @Override
    public List<BreakerReport> breakers() {
        return guards.reports();
    }

    @Override
    public boolean isInMaintenance(String service) {
        return maintenance.test(service);
    }

    @Override
    public boolean isUnwatched(String service) {
        return unwatched.test(service);
    }
}
