package io.medianest.server.platform.redis;

import io.medianest.server.platform.link.Link;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;

/// The link by one channel of Redis, on which everybody says everything. Its thread hears what the others say, and
/// joins again when Redis was away. Who wants to know that the others have taken something is told by them. Messages
/// have numbers: one that was sent once more, because its connection broke, is taken once.
public final class RedisLink implements Link, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /// Longer than between two signs of life.
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final String TAKEN = "taken";
    private static final String ALIVE = "alive";
    /// Said by one that could not say something before.
    private static final String MISSED = "missed";

    private final Redis redis;
    private final String self;
    private final String channel;
    private final Map<String, Consumer<String>> listeners = new ConcurrentHashMap<>();
    private final List<Runnable> gapListeners = new CopyOnWriteArrayList<>();
    private final Map<String, Semaphore> awaited = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicBoolean untold = new AtomicBoolean();
    private final HeardOnce heard = new HeardOnce();
    private final CountDownLatch ending = new CountDownLatch(1);
    private volatile @Nullable Hearing hearing;
    private @Nullable Thread thread;

    /// @param self what this server is called among the others
    public RedisLink(Redis redis, String self) {
        this.redis = redis;
        this.self = self;
        this.channel = redis.name("news");
        listeners.put(ALIVE, nothing -> {});
        listeners.put(MISSED, nothing -> missed());
    }

    /// Begins to hear. Returns when that has succeeded or failed for the first time: without Redis everything goes on.
    public void start() {
        var first = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("redis").start(() -> stayLinked(first));
        await(first, LONGEST_WAIT);
    }

    @Override
    public void on(String topic, Consumer<String> listener) {
        listeners.put(topic, listener);
    }

    @Override
    public void onGap(Runnable listener) {
        gapListeners.add(listener);
    }

    @Override
    public boolean isUp() {
        return redis.isUp();
    }

    @Override
    public boolean reachesSomebody() {
        return redis.isUp();
    }

    @Override
    public Optional<String> problem() {
        return redis.isUp() ? Optional.empty() : Optional.of("Redis does not answer");
    }

    /// Keeps the connection from falling silent. To be called every few seconds.
    public void beat() {
        var alive = said(Said.Receipt.NOT_WANTED, ALIVE, "").text();
        var _ = redis.call(pool -> pool.publish(channel, alive), () -> 0L);
        if (redis.isUp()) {
            tellOfGap();
        }
    }

    /// The others may have been linked all the time while this server could not tell them something.
    private void tellOfGap() {
        if (untold.getAndSet(false)) {
            tell(MISSED, "");
        }
    }

    @Override
    public void tell(String topic, String message) {
        var _ = publish(said(Said.Receipt.NOT_WANTED, topic, message));
    }

    @Override
    public void tellAndAwait(String topic, String message) {
        var said = said(Said.Receipt.WANTED, topic, message);
        var taken = new Semaphore(0);
        awaited.put(said.id(), taken);
        try {
            int others = (int) publish(said) - 1;
            if (others > 0 && !taken.tryAcquire(others, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("not all of {} other servers have taken that {} in time", others, topic);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            awaited.remove(said.id());
        }
    }

    private Said said(Said.Receipt receipt, String topic, String message) {
        return new Said(self, numbers.incrementAndGet(), receipt, topic, message);
    }

    /// @return by how many it is heard, ourselves among them
    private long publish(Said said) {
        return redis.call(pool -> pool.publish(channel, said.text()), () -> {
            untold.set(true);
            return 0L;
        });
    }

    private void stayLinked(CountDownLatch first) {
        while (ending.getCount() > 0) {
            try (var connection = redis.connect(SILENCE)) {
                var ears = new Hearing(first);
                hearing = ears;
                // Whoever finds that Redis does not answer has this connection end and begin anew.
                redis.onFailure(connection::disconnect);
                connection.subscribe(ears, channel);
            } catch (JedisException e) {
                LOG.debug("not linked", e);
            } catch (RuntimeException e) {
                LOG.error("the link to the other servers failed, trying again soon", e);
            }
            if (redis.isUp() && ending.getCount() > 0) {
                LOG.warn("Redis is away: this server goes on by itself until it is back");
            }
            redis.isUp(false);
            first.countDown();
            await(ending, PAUSE);
        }
    }

    private static void await(CountDownLatch latch, Duration patience) {
        try {
            var _ = latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void joined(CountDownLatch first) {
        redis.isUp(true);
        LOG.info("linked with the other servers by Redis");
        missed();
        tellOfGap();
        first.countDown();
    }

    /// Has everybody begin anew, as when another server was lost before it could tell all.
    public void missed() {
        gapListeners.forEach(this::guarded);
    }

    private void take(Said said) {
        if (!heard.isNew(said.id())) {
            return;
        }
        if (said.topic().equals(TAKEN)) {
            var waiting = awaited.get(said.message());
            if (waiting != null) {
                waiting.release();
            }
            return;
        }
        if (said.from().equals(self)) {
            return;
        }
        var listener = listeners.get(said.topic());
        if (listener != null) {
            guarded(() -> listener.accept(said.message()));
        }
        if (said.receipt() == Said.Receipt.WANTED) {
            tell(TAKEN, said.id());
        }
    }

    private void guarded(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.error("what another server said could not be taken", e);
        }
    }

    /// Ends it; the others need not be told.
    @Override
    public void close() {
        ending.countDown();
        redis.isUp(false);
        var ears = hearing;
        if (ears != null && ears.isSubscribed()) {
            try {
                ears.unsubscribe();
            } catch (JedisException e) {
                LOG.debug("the connection was gone already", e);
            }
        }
        var running = thread;
        try {
            if (running != null && !running.join(LONGEST_WAIT.multipliedBy(2))) {
                LOG.warn("the link does not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Hearing extends JedisPubSub {
        private final CountDownLatch first;

        Hearing(CountDownLatch first) {
            this.first = first;
        }

        @Override
        public void onSubscribe(String name, int subscribed) {
            joined(first);
        }

        @Override
        public void onMessage(String name, String text) {
            try {
                take(Said.parse(text));
            } catch (IllegalArgumentException e) {
                LOG.warn("another server says what this one does not understand", e);
            }
        }
    }
}
