package io.medianest.server.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.cache.Cache.Copy;
import io.medianest.server.platform.cache.Cache.Region;
import io.medianest.server.platform.link.NoLink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LocalCacheTest {
    private static final Region<String> WORDS = new Region<>("words", String.class, Duration.ofMinutes(1), 100);

    private static String down() {
        throw new MediaNestException(ErrorCode.SERVICE_UNAVAILABLE, "it is down");
    }

    private final MovableClock clock = new MovableClock();
    private final LocalCache cache = new LocalCache(clock);

    @Test
    @DisplayName("what is cleared is gone, even as a stand-in, and what was under way then is not kept")
    void cleared() {
        cache.get(WORDS, "k", () -> "old");
        cache.clear();
        assertThatThrownBy(() -> cache.get(WORDS, "k", LocalCacheTest::down)).isInstanceOf(MediaNestException.class);

        cache.get(WORDS, "k", () -> {
            cache.clear();
            return "of the old address";
        });
        assertThat(cache.get(WORDS, "k", () -> "new").value()).isEqualTo("new");
    }

    @Test
    @DisplayName("a copy serves until its time is over, then the service is asked again")
    void expires() {
        assertThat(cache.get(WORDS, "k", () -> "one").value()).isEqualTo("one");
        clock.advance(Duration.ofSeconds(59));
        assertThat(cache.get(WORDS, "k", () -> "two").value()).isEqualTo("one");
        clock.advance(Duration.ofSeconds(1));
        assertThat(cache.get(WORDS, "k", () -> "two").value()).isEqualTo("two");
    }

    @Test
    @DisplayName("while the service is down an old copy serves and says its age, for 24 hours")
    void stale() {
        cache.get(WORDS, "k", () -> "one");
        clock.advance(Duration.ofHours(3));
        assertThat(cache.get(WORDS, "k", LocalCacheTest::down)).isEqualTo(new Copy<>("one", Duration.ofHours(3)));
        clock.advance(Duration.ofHours(22));
        assertThatThrownBy(() -> cache.get(WORDS, "k", LocalCacheTest::down)).hasMessage("it is down");
    }

    @Test
    @DisplayName("a clear answer is no outage: what is not there any more is not served from a copy")
    void clearAnswers() {
        cache.get(WORDS, "k", () -> "one");
        clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> cache.get(WORDS, "k", () -> {
                    throw new MediaNestException(ErrorCode.NOT_FOUND, "gone");
                }))
                .hasMessage("gone");
    }

    @Test
    @DisplayName("many who ask for the same at once share one load")
    void shared() throws ExecutionException, InterruptedException {
        var loads = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var answers = new ArrayList<Future<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(() -> cache.get(WORDS, "k", () -> {
                            loads.incrementAndGet();
                            begun.countDown();
                            return "one";
                        })
                        .value()));
            }
            begun.await();
        }
        for (var answer : answers) {
            assertThat(answer.get()).isEqualTo("one");
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    @DisplayName("an invalidated copy is loaded anew")
    void invalidated() {
        cache.get(WORDS, "k", () -> "one");
        cache.invalidate(WORDS, "k");
        assertThat(cache.get(WORDS, "k", () -> "two").value()).isEqualTo("two");
    }

    @Test
    @DisplayName("what is forgotten while it is given to other servers is kept nowhere")
    void forgottenWhileKept() {
        var copies = new Copies();
        var sharing = new LocalCache(clock, copies, new NoLink(true));
        copies.beforeKeeping = () -> sharing.invalidateAll(WORDS);
        sharing.get(WORDS, "k", () -> "old");
        assertThat(copies.kept).isEmpty();

        copies.beforeKeeping = () -> sharing.invalidate(WORDS, "k");
        sharing.get(WORDS, "k", () -> "old");
        assertThat(copies.kept).isEmpty();
        assertThat(sharing.get(WORDS, "k", () -> "new").value()).isEqualTo("new");
    }

    @Test
    @DisplayName("who asks while the shared copies are being forgotten hands on none of them")
    void askedWhileForgotten() {
        var copies = new Copies();
        var sharing = new LocalCache(clock, copies, new NoLink(true));
        sharing.get(WORDS, "k", () -> "old");
        copies.beforeForgetting = () -> sharing.get(WORDS, "k", () -> "unasked");
        sharing.invalidateAll(WORDS);
        assertThat(sharing.get(WORDS, "k", () -> "new").value()).isEqualTo("new");

        sharing.invalidate(WORDS, "k");
        assertThat(sharing.get(WORDS, "k", () -> "newer").value()).isEqualTo("newer");
    }

    /// Those of one region, in the memory.
    private static final class Copies implements SharedCopies {
        private final Map<String, Shared<?>> kept = new HashMap<>();
        private Runnable beforeKeeping = () -> {};
        private Runnable beforeForgetting = () -> {};

        @Override
        public <T> Optional<Shared<T>> find(Region<T> region, String key) {
            return Optional.ofNullable(kept.get(key))
                    .map(copy -> new Shared<>(region.type().cast(copy.value()), copy.loadedAt()));
        }

        @Override
        public <T> void keep(Region<T> region, String key, T value, Instant at) {
            beforeKeeping.run();
            kept.put(key, new Shared<>(value, at));
        }

        @Override
        public void forget(Region<?> region, String key) {
            beforeForgetting.run();
            kept.remove(key);
        }

        @Override
        public void forgetAll(String region) {
            beforeForgetting.run();
            kept.clear();
        }
    }
}
