package io.medianest.server.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCacheTest {
    @TempDir
    Path directory;

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger loads = new AtomicInteger();
    private FileCache cache = new FileCache(Path.of("unused"), 0, clock);

    @BeforeEach
    void start() {
        cache = new FileCache(directory.resolve("pictures"), 1000, clock);
        cache.start();
    }

    @Test
    @DisplayName("a file is fetched once, and also found after a new start")
    void once() {
        assertThat(fetch(cache, "a.jpg", 10)).hasSize(10);
        assertThat(fetch(cache, "a.jpg", 10)).hasSize(10);

        var later = new FileCache(directory.resolve("pictures"), 1000, clock);
        later.start();
        assertThat(fetch(later, "a.jpg", 10)).hasSize(10);
        assertThat(loads).hasValue(1);
    }

    @Test
    @DisplayName("when it is full the least recently used goes")
    void prunes() {
        for (var name : new String[] {"a", "b", "c"}) {
            fetch(cache, name, 300);
            clock.advance(Duration.ofMinutes(1));
        }
        fetch(cache, "a", 300);
        clock.advance(Duration.ofMinutes(1));

        fetch(cache, "d", 300);

        assertThat(directory.resolve("pictures")).isDirectoryContaining(path -> path.endsWith("a"));
        assertThat(directory.resolve("pictures/b")).doesNotExist();
        assertThat(directory.resolve("pictures/d")).exists();
        assertThat(size()).isLessThanOrEqualTo(1000);
    }

    @Test
    @DisplayName("what is there from before counts, and unfinished files go")
    void countsWhatIsThere() throws IOException {
        Files.write(directory.resolve("pictures/old"), new byte[900]);
        Files.write(directory.resolve("pictures/x123.part"), new byte[50]);
        var later = new FileCache(directory.resolve("pictures"), 1000, clock);
        later.start();

        fetch(later, "new", 200);

        assertThat(size()).isLessThanOrEqualTo(1000);
        assertThat(directory.resolve("pictures/x123.part")).doesNotExist();
    }

    @Test
    @DisplayName("ten people who want the same picture at once cause one fetch")
    void singleFlight() throws Exception {
        var release = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Future<byte[]>>();
            for (int i = 0; i < 10; i++) {
                results.add(threads.submit(() -> bytes(cache.open("a.jpg", () -> {}, () -> {
                    loads.incrementAndGet();
                    await(release);
                    return new byte[5];
                }))));
            }
            release.countDown();
            for (var result : results) {
                assertThat(result.get()).hasSize(5);
            }
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    @DisplayName("what the fetching throws is thrown, and the next call fetches again")
    void failures() {
        assertThatThrownBy(() -> cache.open("a", () -> {}, () -> {
                    throw new IllegalArgumentException("gone");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gone");

        assertThat(fetch(cache, "a", 3)).hasSize(3);
    }

    @Test
    @DisplayName("what was not there is not looked for again at once, by nobody")
    void missing() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> cache.open("a", () -> {}, this::nothing)).hasMessage("no such picture");
        }
        assertThat(loads).hasValue(1);

        clock.advance(Duration.ofMinutes(10));
        assertThatThrownBy(() -> cache.open("a", () -> {}, this::nothing)).hasMessage("no such picture");
        assertThat(loads).hasValue(2);
        clock.advance(Duration.ofHours(-1));
        assertThat(fetch(cache, "a", 3)).as("remembered in the future").hasSize(3);
    }

    private byte[] nothing() {
        loads.incrementAndGet();
        throw new MediaNestException(ErrorCode.NOT_FOUND, "no such picture");
    }

    @Test
    @DisplayName(
            "a toll is taken of each whose file must be loaded, and of nobody whose file is there or known to be missing")
    void toll() {
        var tolls = new AtomicInteger();
        assertThatThrownBy(() -> cache.open("a", tolls::incrementAndGet, this::nothing))
                .isNotNull();
        assertThatThrownBy(() -> cache.open("a", tolls::incrementAndGet, this::nothing))
                .isNotNull();
        bytes(cache.open("b", tolls::incrementAndGet, () -> new byte[4]));
        bytes(cache.open("b", tolls::incrementAndGet, () -> new byte[4]));
        assertThat(tolls).hasValue(2);

        assertThatThrownBy(() -> cache.open("c", FileCacheTest::refuse, () -> new byte[4]))
                .hasMessage("too poor");
        assertThat(directory.resolve("pictures/c")).doesNotExist();
    }

    private static void refuse() {
        throw new IllegalStateException("too poor");
    }

    @Test
    @DisplayName(
            "a file that is on its way is whole, even when the cache drops it meanwhile; its beginning stays in it")
    void dropped() throws IOException {
        bytes(cache.open("a", () -> {}, () -> new byte[] {1, 2, 3}));
        var onItsWay = cache.open("a", () -> {}, () -> new byte[0]);
        Files.delete(directory.resolve("pictures/a"));

        assertThat(onItsWay.beginning(2)).containsExactly(1, 2);
        assertThat(bytes(onItsWay)).containsExactly(1, 2, 3);
    }

    @Test
    @DisplayName("where nothing can be written, files are fetched each time")
    void unwritable() throws IOException {
        var occupied = Files.createFile(directory.resolve("occupied"));
        var hopeless = new FileCache(occupied, 1000, clock);
        hopeless.start();

        assertThat(fetch(hopeless, "a", 3)).hasSize(3);
        assertThat(fetch(hopeless, "a", 3)).hasSize(3);
        assertThat(loads).hasValue(2);
    }

    @Test
    @DisplayName("a file larger than the cache is handed through")
    void tooLarge() {
        assertThat(fetch(cache, "a", 5000)).hasSize(5000);
        assertThat(size()).isZero();
    }

    @Test
    @DisplayName("names that lead out of the directory are refused")
    void names() {
        for (var name : new String[] {"../a", "/etc/passwd", ".hidden", "a/b", ""}) {
            assertThatThrownBy(() -> fetch(cache, name, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private byte[] fetch(FileCache from, String name, int size) {
        return bytes(from.open(name, () -> {}, () -> {
            loads.incrementAndGet();
            return new byte[size];
        }));
    }

    private static byte[] bytes(KeptFile file) {
        try (file) {
            var bytes = new ByteArrayOutputStream();
            file.writeTo(bytes);
            assertThat(bytes.size()).isEqualTo((int) file.size());
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long size() {
        try (var files = Files.list(directory.resolve("pictures"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
