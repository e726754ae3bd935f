package io.medianest.server.platform.node;

import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.node.NodeStore.Beat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This server among those that work on the same database. One that dies without a word is given up by the others
/// after [#LOST_AFTER], which each measures by its own clock from the last beat that it saw: clocks of different
/// machines are never compared. A server that has a database to itself is alone without asking. Thread-safe.
public final class Nodes implements AutoCloseable {
    /// How often [#beat()] is to be called.
    public static final Duration BEAT = Duration.ofSeconds(3);

    static final Duration LOST_AFTER = Duration.ofSeconds(12);

    /// A server that could not beat for so long leaves to others what only one may do, before they take it.
    static final Duration TRUSTED_FOR = Duration.ofSeconds(9);

    private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);
    private static final String RECURRING_WORK = "recurring work";

    private final Database database;
    private final String self;
    private final Clock clock;
    private final Map<String, Seen> others = new HashMap<>();
    private final List<Runnable> onLost = new CopyOnWriteArrayList<>();
    private final List<Runnable> onLead = new CopyOnWriteArrayList<>();
    private volatile Instant leadsUntil = Instant.MIN;
    private volatile boolean accompanied;

    /// @param self another one at each start
    /// @param clock that nobody sets
    public Nodes(Database database, String self, Clock clock) {
        this.database = database;
        this.self = self;
        this.clock = clock;
    }

    /// @param since when it was first seen to have got so far
    /// @param alive whether it was seen to get any further: what a dead one has left behind does not
    private record Seen(long beat, Instant since, boolean alive) {}

    /// What this server is called among them.
    public String self() {
        return self;
    }

    /// Has `listener` told when a server was lost: what it had under way is free. On the thread that beats.
    public void onLost(Runnable listener) {
        onLost.add(listener);
    }

    /// Has `listener` told when this server begins to lead. On the thread that beats.
    public void onLead(Runnable listener) {
        onLead.add(listener);
    }

    /// Whether this server does what only one may do. Costs nothing.
    public boolean leads() {
        return !database.isShared() || clock.instant().isBefore(leadsUntil);
    }

    /// Whether another server was seen to work on the same database. Costs nothing.
    public boolean hasCompany() {
        return accompanied;
    }

    /// Joins the others. To be called before any work begins.
    public void join() {
        database.run(tx -> {
            var store = tx.store(NodeStore.class);
            if (!database.isShared()) {
                store.giveUpOthers(self);
            }
            store.join(self, clock.instant());
        });
        beat();
    }

    /// Says that this server lives, and looks who else does.
    public synchronized void beat() {
        if (!database.isShared()) {
            return;
        }
        boolean led = leads();
        var begun = clock.instant();
        var living = living();
        boolean lost = look(living, begun);
        accompanied = others.values().stream().anyMatch(Seen::alive);
        leadsUntil = holdsLease() ? begun.plus(TRUSTED_FOR) : Instant.MIN;
        if (lost) {
            tell(onLost);
        }
        if (!led && leads()) {
            LOG.info("{} does the recurring work from now on", self);
            tell(onLead);
        }
    }

    private List<Beat> living() {
        return database.inside(tx -> {
            var store = tx.store(NodeStore.class);
            if (store.beat(self) == 0) {
                LOG.warn("{} was taken for lost; it joins again", self);
                store.join(self, clock.instant());
            }
            return store.all();
        });
    }

    private boolean holdsLease() {
        return database.inside(tx -> {
            var store = tx.store(NodeStore.class);
            store.take(RECURRING_WORK, self);
            return store.holder(RECURRING_WORK).equals(self);
        });
    }

    /// @return whether one was lost, be it that we found out or another
    private boolean look(List<Beat> living, Instant now) {
        boolean lost = false;
        var ids = new HashSet<String>();
        for (var node : living) {
            ids.add(node.id());
            if (!node.id().equals(self) && isLost(node, now)) {
                database.store(NodeStore.class).giveUp(node.id(), node.beat());
                others.remove(node.id());
                LOG.warn("{} does not live any more", node.id());
                lost = true;
            }
        }
        return leftSilently(ids, now) || lost;
    }

    private boolean isLost(Beat node, Instant now) {
        var before = others.get(node.id());
        if (before == null || before.beat != node.beat()) {
            others.put(node.id(), new Seen(node.beat(), now, before != null));
            return false;
        }
        return !now.isBefore(before.since.plus(LOST_AFTER));
    }

    /// Of those that are gone, the silent ones were given up by somebody else; the others have left by themselves, and
    /// had told everything before.
    private boolean leftSilently(Set<String> living, Instant now) {
        boolean silent = false;
        for (var gone : new ArrayList<>(others.keySet())) {
            if (!living.contains(gone)) {
                var last = others.remove(gone);
                silent |= last != null && !now.isBefore(last.since.plus(BEAT.multipliedBy(2)));
            }
        }
        return silent;
    }

    private static void tell(List<Runnable> listeners) {
        for (var listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.error("news of another server could not be taken", e);
            }
        }
    }

    /// Leaves the others, who need not wait then.
    @Override
    public void close() {
        leadsUntil = Instant.MIN;
        database.store(NodeStore.class).leave(self);
    }
}
