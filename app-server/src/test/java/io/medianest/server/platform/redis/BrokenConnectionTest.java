package io.medianest.server.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.Await;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.security.Limit;
import io.medianest.server.platform.security.LocalCounters;
import io.medianest.server.testing.RedisServer;
import io.medianest.server.testing.WeakLink;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// One of two servers has a weak link to a real Redis, the other a good one: what was asked arrives, the answer does
/// not.
class BrokenConnectionTest {
    private static final Limit TEN = new Limit(10, Duration.ofDays(1));
    private static final char ANSWER_OF_A_SCRIPT = '*';
    private static final char ANSWER_OF_PUBLISH = ':';
    private static final int NOBODY_THERE = 1;

    @SuppressWarnings("NullAway.Init")
    private static RedisServer server;

    private final Clock clock = Clock.systemUTC();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final AtomicInteger gaps = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private WeakLink way;

    @SuppressWarnings("NullAway.Init")
    private Redis weak;

    @SuppressWarnings("NullAway.Init")
    private Redis good;

    @SuppressWarnings("NullAway.Init")
    private RedisLink speaker;

    @SuppressWarnings("NullAway.Init")
    private RedisLink listener;

    @BeforeAll
    static void startRedis() {
        server = RedisServer.start();
    }

    @AfterAll
    static void endRedis() {
        server.close();
    }

    @BeforeEach
    void link() throws IOException {
        way = WeakLink.to(redisPort());
        weak = new Redis(new Secret("redis://127.0.0.1:" + way.port()), "home");
        good = new Redis(new Secret(server.url()), "home");
        speaker = new RedisLink(weak, "node_1");
        listener = new RedisLink(good, "node_2");
        listener.on("news", heard::add);
        listener.onGap(gaps::incrementAndGet);
        listener.start();
        speaker.start();
        Await.until("both are linked", () -> speaker.isUp() && listener.isUp());
    }

    @AfterEach
    void close() throws IOException {
        speaker.close();
        listener.close();
        weak.close();
        good.close();
        way.close();
    }

    private static int redisPort() {
        return URI.create(server.url()).getPort();
    }

    @Test
    @DisplayName("a message that was sent once more is taken once")
    void toldOnce() {
        speaker.tell("news", "first");
        way.loseWhatBegins(ANSWER_OF_PUBLISH);

        speaker.tell("news", "second");

        speaker.tellAndAwait("news", "third");
        assertThat(heard).containsExactly("first", "second", "third");
        assertThat(speaker.isUp()).as("Redis itself was never away").isTrue();
    }

    @Test
    @DisplayName("what was counted is not counted again, and the next is counted by Redis as ever")
    void countedOnce() {
        var counters = new RedisCounters(weak, new LocalCounters(clock), clock);
        assertThat(counters.take("ann", TEN).remaining()).isEqualTo(9);
        way.loseWhatBegins(ANSWER_OF_A_SCRIPT);

        assertThat(counters.take("ann", TEN).granted()).isTrue();

        var elsewhere = new RedisCounters(good, new LocalCounters(clock), clock);
        assertThat(elsewhere.peek("ann", TEN).remaining()).isEqualTo(8);
        assertThat(counters.take("ann", TEN).remaining()).isEqualTo(7);
        assertThat(speaker.isUp()).as("Redis itself was never away").isTrue();
    }

    @Test
    @DisplayName(
            "when one could not tell something while the others were linked, they begin anew as soon as it is back")
    void untold() {
        int before = gaps.get();
        way.lead(NOBODY_THERE);
        way.cut();
        Await.until("it is away", () -> !speaker.isUp());
        speaker.tell("news", "that nobody hears");
        assertThat(gaps).as("of the other, which has noticed nothing").hasValue(before);

        way.lead(redisPort());

        Await.until("the other begins anew", () -> gaps.get() > before);
        speaker.tellAndAwait("news", "that all hear");
        assertThat(heard).containsExactly("that all hear");
    }
}
