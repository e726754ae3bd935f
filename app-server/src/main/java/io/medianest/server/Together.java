package io.medianest.server;

import io.medianest.server.platform.cache.SharedCopies;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Installation;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.platform.job.Schedule;
import io.medianest.server.platform.link.Link;
import io.medianest.server.platform.link.NoLink;
import io.medianest.server.platform.node.Nodes;
import io.medianest.server.platform.redis.Redis;
import io.medianest.server.platform.redis.RedisCopies;
import io.medianest.server.platform.redis.RedisCounters;
import io.medianest.server.platform.redis.RedisLink;
import io.medianest.server.platform.security.Counters;
import io.medianest.server.platform.security.LocalCounters;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What this server shares with the others of the household; a server that is alone has all of it to itself.
final class Together implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Together.class);
    private static final String TURN = "turn";
    private static final String LOOK = "look";
    private static final Duration FIRST_LOOK = Duration.ofSeconds(30);

    private final Nodes nodes;
    private final Link link;
    private final Counters counters;
    private final SharedCopies copies;
    private final @Nullable Redis redis;
    private final @Nullable RedisLink redisLink;
    private boolean wasUnlinked;

    private Together(Nodes nodes, Database database, Clock clock) {
        this.nodes = nodes;
        this.link = database.link();
        this.counters = new LocalCounters(clock);
        this.copies = SharedCopies.NONE;
        this.redis = null;
        this.redisLink = null;
    }

    private Together(Nodes nodes, Redis redis, Clock clock) {
        this.nodes = nodes;
        this.redis = redis;
        this.redisLink = new RedisLink(redis, nodes.self());
        this.link = redisLink;
        this.counters = new RedisCounters(redis, new LocalCounters(clock), clock);
        this.copies = new RedisCopies(redis);
    }

    static Together of(ServerConfig.Storage storage, Database database, Nodes nodes, Clock clock) {
        if (storage.redis() == null) {
            if (database.isShared()) {
                database.linkBy(new NoLink(false, () -> unlinked(nodes)));
            }
            return new Together(nodes, database, clock);
        }
        var household = new Installation(database).keep("household", () -> new Ids().next("household"));
        var together = new Together(nodes, new Redis(storage.redis(), household), clock);
        database.linkBy(together.link);
        return together;
    }

    private static Optional<String> unlinked(Nodes nodes) {
        return nodes.hasCompany()
                ? Optional.of("Several servers work on one database without a Redis between them (redis.url)")
                : Optional.empty();
    }

    Link link() {
        return link;
    }

    Counters counters() {
        return counters;
    }

    SharedCopies copies() {
        return copies;
    }

    /// For looking at what the others tell of while they can: each server looks for itself until it has heard of it,
    /// and while nobody can tell.
    Schedule whereNobodyTells(Schedule schedule) {
        var begun = System.nanoTime();
        var looking = schedule.where(new Schedule.Turns() {
            @Override
            public boolean areOurs() {
                return nodes.leads() || !link.isUp() || System.nanoTime() - begun < FIRST_LOOK.toNanos();
            }

            @Override
            public void passOn(String name) {
                link.tell(LOOK, name);
            }
        });
        link.on(LOOK, looking::turn);
        return looking;
    }

    /// For what only one of the servers does; what is wanted out of turn is done by that one, too.
    Schedule onOneServer(Schedule schedule) {
        var one = schedule.where(new Schedule.Turns() {
            @Override
            public boolean areOurs() {
                return nodes.leads();
            }

            @Override
            public void passOn(String name) {
                link.tell(TURN, name);
            }
        });
        link.on(TURN, one::turn);
        return one;
    }

    /// Joins the others. What one of them had under way that is lost is done here from then on.
    void start(JobQueue jobs, Schedule onOneServer) {
        if (redisLink != null) {
            redisLink.start();
            nodes.onLost(redisLink::missed);
        }
        nodes.onLost(jobs::takeOver);
        nodes.onLead(onOneServer::anew);
        nodes.join();
    }

    /// To be called as often as [Nodes#BEAT] says.
    void beat() {
        if (redisLink != null) {
            redisLink.beat();
        }
        nodes.beat();
        boolean unlinked = redisLink == null && nodes.hasCompany();
        if (unlinked && !wasUnlinked) {
            LOG.warn("another server works on the same database, and there is no Redis between them: limits are counted"
                    + " by each, and live clients hear only what happens on their own. Give all of them one redis.url");
        }
        wasUnlinked = unlinked;
    }

    @Override
    public void close() {
        if (redisLink != null) {
            redisLink.close();
        }
        if (redis != null) {
            redis.close();
        }
    }
}
