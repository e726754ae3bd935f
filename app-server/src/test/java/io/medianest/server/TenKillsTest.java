package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.demo.DemoPace;
import io.medianest.server.demo.DemoWorld;
import io.medianest.server.platform.Await;
import io.medianest.server.testing.ServerProcess;
import io.medianest.server.testing.ShellYtDlp;
import io.medianest.server.testing.TestDatabase;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Killed again and again while people use it: the moments are chosen by chance, from a seed that is told.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in of yt-dlp is a script of a Unix shell")
class TenKillsTest {
    private static final long SEED = Long.getLong("medianest.kill-seed", 20_260_101L);
    private static final int KILLS = 10;
    private static final int PEOPLE = 4;
    private static final int WISHES_A_LIFE = 5;
    private static final int LONGEST_LIFE_MILLIS = 600;
    private static final String WATCH = "https://www.youtube.com/watch?v=";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final Random random = new Random(SEED);
    private final Queue<Wish> wishes = new ConcurrentLinkedQueue<>();
    private final Map<Wish, String> promised = new ConcurrentHashMap<>();

    /// Something that is asked for until it is promised.
    private sealed interface Wish {
        record Title(String type, String id) implements Wish {}

        record Video(String id) implements Wish {}
    }

    @Test
    @DisplayName("ten times killed under load: nothing that was promised is lost or done twice, nor is it told twice")
    void tenKills() throws Exception {
        try (var world = DemoWorld.start(
                        new DemoPace(Duration.ofHours(1), Duration.ofSeconds(3)), directory.resolve("demo"));
                var server = server(world)) {
            server.start();
            fillWishes(world);
            for (int life = 0; life < KILLS; life++) {
                live(server);
                server.launch();
                Await.until("it is back", ServerProcess.PATIENCE, server::isReady);
            }
            ask(server, wishes.size());
            assertThat(wishes).as("wishes that nobody has promised").isEmpty();
            promised.forEach((wish, id) -> awaitDone(server, wish, id));
            Await.until(
                    "all is told",
                    ServerProcess.PATIENCE,
                    () -> get(server, "/dashboard/notifications")
                                    .path("unreadCount")
                                    .asInt()
                            >= promised.size());
            promised.keySet().forEach(wish -> isDoneOnce(world, wish));
            server.kill();
            isWrittenOnce(server);
        }
    }

    private ServerProcess server(DemoWorld world) {
        var ytDlp = ShellYtDlp.in(directory.resolve("tools"));
        ytDlp.dawdle();
        return ServerProcess.in(
                directory,
                "--limits.requests=100000/1m",
                "--limits.downloads=100000/1m",
                "--limits.api=10000000/1m",
                "--overseerr.url=" + world.overseerr(),
                "--overseerr.api-key=" + world.overseerrApiKey(),
                "--youtube.yt-dlp=" + ytDlp.ytDlp(),
                "--youtube.ffmpeg=" + ytDlp.ffmpeg(),
                "--youtube.directory=" + directory.resolve("videos"),
                "--youtube.layout=flat",
                "--youtube.concurrency=8",
                "--youtube.min-free-space=1MB");
    }

    /// Titles that Overseerr has heard nothing of yet, and as many videos, in turn.
    private void fillWishes(DemoWorld world) throws IOException {
        var titles = new ArrayDeque<Wish>();
        for (int page = 1; page <= 5; page++) {
            for (var item : overseerr(world, "/discover/trending?page=" + page).path("results")) {
                if (!item.has("mediaInfo")) {
                    titles.add(new Wish.Title(
                            item.path("mediaType").asText(), item.path("id").asText()));
                }
            }
        }
        int pairs = KILLS * WISHES_A_LIFE / 2;
        assertThat(titles).hasSizeGreaterThanOrEqualTo(pairs);
        for (int i = 0; i < pairs; i++) {
            wishes.add(titles.removeFirst());
            wishes.add(new Wish.Video("killed%05d".formatted(i)));
        }
    }

    /// People ask for something, and in the middle of it the server is killed.
    private void live(ServerProcess server) {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = people.submit(() -> ask(server, WISHES_A_LIFE));
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS)).toNanos());
            server.kill();
            Await.until("they have noticed", asking::isDone);
        }
    }

    private void ask(ServerProcess server, int most) {
        var left = new Semaphore(most);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int person = 0; person < PEOPLE; person++) {
                people.execute(() -> askInTurn(server, left));
            }
        }
    }

    /// Until all have asked enough, or the server is gone.
    private void askInTurn(ServerProcess server, Semaphore left) {
        while (left.tryAcquire()) {
            var wish = wishes.poll();
            if (wish == null) {
                return;
            }
            try {
                promised.put(wish, promise(server, wish));
            } catch (IOException e) {
                // Nobody has promised anything that was not heard in full.
                break;
            } finally {
                if (!promised.containsKey(wish)) {
                    wishes.add(wish);
                }
            }
        }
    }

    /// @return the number of the request or download
    private static String promise(ServerProcess server, Wish wish) throws IOException {
        return switch (wish) {
            case Wish.Title(var type, var id) ->
                promised(
                        server.send(
                                "POST /api/v1/media/request",
                                "{\"tmdbId\":\"%s\",\"mediaType\":\"%s\"}".formatted(id, type)),
                        "requestId");
            case Wish.Video(var id) -> {
                var known = taken(server, WATCH + id);
                yield known == null
                        ? promised(
                                server.send("POST /api/v1/youtube/download", "{\"url\":\"%s\"}".formatted(WATCH + id)),
                                "downloadId")
                        : known;
            }
        };
    }

    private static String promised(Wire.Answer answer, String name) throws IOException {
        if (answer.status() == 0) {
            throw new IOException("hung up");
        }
        var json = answer.json();
        if (answer.status() == 409) {
            // Taken when the server was killed before it could say so.
            assertThat(json.at("/error/code").asText()).isEqualTo("ALREADY_REQUESTED");
            return json.at("/error/details").asText();
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return json.path(name).asText();
    }

    /// A download that the server took and was killed before it could say so.
    private static @Nullable String taken(ServerProcess server, String url) throws IOException {
        var answer = server.send("GET /api/v1/youtube/downloads?limit=100");
        if (answer.status() == 0) {
            throw new IOException("hung up");
        }
        for (var download : answer.json().at("/data/downloads")) {
            if (download.path("url").asText().equals(url)) {
                return download.path("id").asText();
            }
        }
        return null;
    }

    private static void awaitDone(ServerProcess server, Wish wish, String id) {
        switch (wish) {
            case Wish.Title _ ->
                Await.until(
                        wish + " is handed over",
                        ServerProcess.PATIENCE,
                        () -> get(server, "/media/requests/" + id).has("overseerrId"));
            case Wish.Video _ ->
                Await.until(
                        wish + " is there",
                        ServerProcess.PATIENCE,
                        () -> get(server, "/youtube/downloads/" + id)
                                .path("status")
                                .asText()
                                .equals("completed"));
        }
    }

    private void isDoneOnce(DemoWorld world, Wish wish) {
        try {
            switch (wish) {
                case Wish.Title title ->
                    assertThat(inOverseerr(world, title))
                            .as(wish + " in Overseerr")
                            .isEqualTo(1);
                case Wish.Video(var id) -> {
                    try (var files = Files.walk(directory.resolve("videos"))) {
                        assertThat(files.filter(file -> file.toString().endsWith("[" + id + "].mp4")))
                                .hasSize(1);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long inOverseerr(DemoWorld world, Wish.Title title) throws IOException {
        var requests = overseerr(world, "/request?take=500").path("results");
        return StreamSupport.stream(requests.spliterator(), false)
                .filter(request -> request.at("/media/tmdbId").asText().equals(title.id)
                        && request.path("type").asText().equals(title.type))
                .count();
    }

    private static JsonNode overseerr(DemoWorld world, String path) throws IOException {
        return new Wire(world.overseerr().getPort())
                .send("GET /api/v1" + path, "X-Api-Key: " + world.overseerrApiKey(), "Accept: application/json")
                .json();
    }

    /// In the data that the last life has left.
    private void isWrittenOnce(ServerProcess server) {
        try (var database = TestDatabase.inDirectory(server.data())) {
            var written = database.store(Written.class);
            assertThat(written.requests()).as("requests").isEqualTo(count(Wish.Title.class));
            assertThat(written.downloads()).as("downloads").isEqualTo(count(Wish.Video.class));
            assertThat(written.news())
                    .as("what was told")
                    .containsExactlyInAnyOrderElementsOf(
                            promised.entrySet().stream().map(TenKillsTest::news).toList());
            assertThat(written.unfinished()).as("jobs that are left").isEmpty();
        }
    }

    private long count(Class<? extends Wish> kind) {
        return promised.keySet().stream().filter(kind::isInstance).count();
    }

    private static String news(Map.Entry<Wish, String> promise) {
        return switch (promise.getKey()) {
            case Wish.Title _ -> "request:%s:approved".formatted(promise.getValue());
            case Wish.Video _ -> "download:%s:completed".formatted(promise.getValue());
        };
    }

    private static JsonNode get(ServerProcess server, String path) {
        try {
            return server.send("GET /api/v1" + path).json().path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Written {
        @SqlQuery("SELECT COUNT(*) FROM media_request")
        long requests();

        @SqlQuery("SELECT COUNT(*) FROM download")
        long downloads();

        @SqlQuery("SELECT news_key FROM notification")
        List<String> news();

        @SqlQuery("SELECT kind || ' ' || subject || ' ' || state FROM job WHERE state <> 'DONE'")
        List<String> unfinished();
    }
}
