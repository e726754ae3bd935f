package io.medianest.server;

import io.medianest.server.platform.SteadyClock;
import io.medianest.server.platform.cache.LocalCache;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Installation;
import io.medianest.server.platform.event.LocalEventBus;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.platform.job.Schedule;
import io.medianest.server.platform.node.Nodes;
import io.medianest.server.platform.security.KeyFile;
import io.medianest.server.platform.security.MasterKey;
import io.medianest.server.platform.security.SecretBox;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What all features stand on, the same for every one of them.
///
/// @param directory the data directory
/// @param together what is shared with the other servers of the household
/// @param schedule for what each server does
/// @param onOneServer for what only one of them does
/// @param looking for what each does as long as nobody tells it
record Foundation(
        ServerTime time,
        Path directory,
        Ids ids,
        Database database,
        Nodes nodes,
        Together together,
        Schedule schedule,
        Schedule onOneServer,
        Schedule looking,
        LocalEventBus events,
        JobQueue jobs,
        LocalCache cache,
        MasterKey masterKey,
        SecretBox secrets,
        Installation installation) {
    private static final Logger LOG = LoggerFactory.getLogger(Foundation.class);

    /// Opens it; nothing works yet.
    ///
    /// @param endings get what must be closed after all features are
    /// @throws ConfigException when the database or the key file cannot be used
    static Foundation open(ServerConfig.Storage storage, Path directory, ServerTime time, Endings endings) {
        var clock = time.clock();
        var ids = new Ids();
        var database = endings.add(open(storage, directory));
        var nodes = new Nodes(database, ids.next("node"), new SteadyClock(clock.instant(), System::nanoTime));
        var together = endings.add(Together.of(storage, database, nodes, clock));
        var random = new SecureRandom();
        var masterKey = masterKey(directory, random);
        var installation = new Installation(database);
        requireSameKey(masterKey, database, installation);
        var schedule = new Schedule();
        return new Foundation(
                time,
                directory,
                ids,
                database,
                nodes,
                together,
                schedule,
                together.onOneServer(schedule),
                together.whereNobodyTells(schedule),
                new LocalEventBus(together.link()),
                new JobQueue(database, nodes.self(), clock, JobQueue.Backoff.DEFAULT),
                new LocalCache(clock, together.copies(), together.link()),
                masterKey,
                new SecretBox(masterKey, random),
                installation);
    }

    private static Database open(ServerConfig.Storage storage, Path directory) {
        try {
            return Database.open(storage.databaseOr(directory));
        } catch (RuntimeException e) {
            LOG.debug("the database cannot be opened", e);
            throw new ConfigException(storage.problem(directory, String.valueOf(e.getMessage())), e);
        }
    }

    private static MasterKey masterKey(Path directory, SecureRandom random) {
        try {
            return new KeyFile(directory).open(random);
        } catch (IllegalStateException e) {
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        }
    }

    /// Servers that share a database must be able to read what the others have sealed and signed.
    private static void requireSameKey(MasterKey key, Database database, Installation installation) {
        var print = key.print();
        if (database.isShared() && !installation.keep("key", () -> print).equals(print)) {
            throw new ConfigException(
                    "The key file is not the one that this database was used with: put the %s of a server that uses it into the data directory"
                            .formatted(KeyFile.NAME));
        }
    }

    Clock clock() {
        return time.clock();
    }
}
