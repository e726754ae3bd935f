package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.openapi.ApiDescription;
import io.medianest.server.openapi.ApiWalker;
import io.medianest.server.platform.Await;
import io.medianest.server.testing.IllService;
import io.medianest.server.testing.IllService.Illness;
import io.medianest.server.testing.TestDatabase;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Each operation whose description says what comes when an outside service is ill, while it is.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in of yt-dlp is a script of a Unix shell")
class OpenApiOutageTest {
    private static final String TOKEN = "a-token-of-the-owner-for-tests-only";

    /// Enough for a service that answers; what a busy machine does not manage in it is asked again.
    private static final Duration BUDGET = Duration.ofMillis(400);

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final List<Integer> OUTAGES = List.of(502, 503, 504);

    /// Nobody can take the database away from a server that runs, nor has an ill one a download with a picture; tests
    /// of their own do.
    private static final Set<String> ELSEWHERE = Set.of(
            "GET /health/ready 503",
            "GET /youtube/downloads/{id}/picture 502",
            "GET /youtube/downloads/{id}/picture 503",
            "GET /youtube/downloads/{id}/picture 504");

    private static final List<Call> CALLS = List.of(
            new Call("plex", "GET /plex/server"),
            new Call("plex", "GET /plex/libraries"),
            new Call("plex", "GET /plex/libraries/1/items"),
            new Call("plex", "POST /plex/libraries/1/scan"),
            new Call("plex", "GET /plex/search?q=night"),
            new Call("plex", "GET /plex/recently-added"),
            new Call("plex-images", "GET /plex/image?path=/library/metadata/1/thumb/1"),
            new Call("overseerr", "GET /media/search?q=night"),
            new Call("overseerr", "GET /media/trending"),
            new Call("overseerr", "GET /media/movie/45745"),
            new Call("overseerr", "GET /media/tv/9000204"),
            new Call("overseerr", "POST /media/request", "{\"tmdbId\":\"45745\",\"mediaType\":\"movie\"}"),
            new Call("tmdb-images", "GET /media/images/w342/abc.jpg"),
            new Call("plex-tv", "POST /auth/plex/pin", "{}"),
            new Call("youtube", "GET /youtube/metadata?url=https://www.youtube.com/watch?v=aqz-KE-bpKQ"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    private static final IllService OUTSIDE = IllService.start();

    @SuppressWarnings("NullAway.Init")
    private static MediaNestServer server;

    @SuppressWarnings("NullAway.Init")
    private static ApiDescription description;

    @SuppressWarnings("NullAway.Init")
    private static ApiWalker owner;

    private static final Set<String> SEEN = new TreeSet<>();

    /// @param service whose breaker is in the way
    private record Call(
            String service, String line, @Nullable String body) {
        Call(String service, String line) {
            this(service, line, null);
        }
    }

    @BeforeAll
    static void start() throws IOException {
        var data = Files.createDirectories(directory.resolve("data"));
        ytDlp("exit 1");
        var url = OUTSIDE.url();
        var settings = List.of(
                "--server.port=0",
                "--server.host=127.0.0.1",
                "--data.dir=" + data,
                "--admin.token=" + TOKEN,
                "--limits.api=10000000/1m",
                "--limits.sign-in=10000000/1m",
                "--limits.requests=10000000/1m",
                "--plex.tv-url=" + url,
                "--plex.url=" + url,
                "--plex.token=token",
                "--overseerr.url=" + url,
                "--overseerr.api-key=key",
                "--tmdb.url=" + url,
                "--tmdb.api-key=key",
                "--tmdb.image-url=" + url,
                "--youtube.yt-dlp=" + tool());
        server = MediaNestServer.start(
                ServerConfig.read(Map.of(), TestDatabase.arguments(data, settings.stream())),
                policy -> policy.within(BUDGET));
        var wire = new Wire(server.port());
        description = ApiDescription.of(wire);
        owner = new ApiWalker(description, wire).with("Authorization: Bearer " + TOKEN);
    }

    @AfterAll
    static void close() {
        server.close();
        OUTSIDE.close();
    }

    private static Path tool() {
        return directory.resolve("data/tools/yt-dlp");
    }

    /// Has yt-dlp do something else from now on.
    private static void ytDlp(String command) throws IOException {
        var next = Files.writeString(
                Files.createDirectories(tool().getParent()).resolve("next"), "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rwx------"));
        Files.move(next, tool(), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void all(Illness illness, String ytDlp) throws IOException {
        OUTSIDE.falls(illness);
        ytDlp(ytDlp);
    }

    @TestFactory
    @DisplayName("every operation says 502, 503 and 504 as its description does, and when to come back")
    Stream<DynamicTest> walk() {
        return Stream.of(
                DynamicTest.dynamicTest("signing in", OpenApiOutageTest::verify),
                DynamicTest.dynamicTest("an error", () -> {
                    all(Illness.ERROR, "echo 'ERROR: HTTP Error 500: Internal Server Error' >&2; exit 1");
                    CALLS.forEach(call -> expect(502, call));
                }),
                DynamicTest.dynamicTest("nonsense", () -> {
                    all(Illness.NONSENSE, "echo welcome");
                    CALLS.stream()
                            .filter(call -> !call.service().endsWith("-images"))
                            .forEach(call -> expect(502, call));
                }),
                DynamicTest.dynamicTest("silence", () -> {
                    all(Illness.SILENCE, "exec sleep 60");
                    CALLS.forEach(call -> expect(504, call));
                }),
                DynamicTest.dynamicTest("a rest for those that were silent again and again", () -> {
                    all(Illness.SILENCE, "exec sleep 60");
                    CALLS.forEach(OpenApiOutageTest::expectRest);
                }),
                DynamicTest.dynamicTest("yt-dlp that does not work", OpenApiOutageTest::tools),
                DynamicTest.dynamicTest("no operation was left out", OpenApiOutageTest::complete));
    }

    private static void verify() throws IOException {
        OUTSIDE.falls(Illness.NONE);
        var begin = new Call("plex-tv", "POST /auth/plex/pin", "{}");
        until(200, begin);
        var pin = owner.sent(begin.line(), begin.body()).json().at("/data/id").asText();
        var verify = new Call("plex-tv", "POST /auth/plex/verify", "{\"pinId\":\"%s\"}".formatted(pin));
        OUTSIDE.falls(Illness.ERROR);
        expect(502, verify);
        OUTSIDE.falls(Illness.SILENCE);
        expect(504, verify);
        expectRest(verify);
    }

    private static void tools() throws IOException {
        ytDlp("exit 1");
        expect(503, new Call("youtube", "GET /admin/youtube"));
        expect(503, new Call("youtube", "POST /admin/youtube/update"));
    }

    /// Its breaker is closed each time: what else is asked meanwhile, for example how the service is, may open it.
    private static void expect(int status, Call call) {
        until(status, call);
        note(status, call);
    }

    private static void until(int status, Call call) {
        Await.until("%d of %s".formatted(status, call.line()), DEADLINE, () -> {
            owner("POST /admin/circuit-breakers/%s/reset".formatted(call.service()), null);
            return owner(call.line(), call.body()).status() == status;
        });
    }

    private static void expectRest(Call call) {
        Await.until("a rest for %s".formatted(call.service()), DEADLINE, () -> {
            var answer = owner(call.line(), call.body());
            return answer.status() == 503 && Integer.parseInt(answer.header("Retry-After")) > 0;
        });
        note(503, call);
    }

    private static Wire.Answer owner(String line, @Nullable String body) {
        try {
            return owner.sent(line, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void note(int status, Call call) {
        var parts = call.line().split("[ ?]", 3);
        SEEN.add(description.find(parts[0], parts[1]).orElseThrow().name() + " " + status);
    }

    private static void complete() {
        var documented = description.operations().stream()
                .flatMap(operation -> IntStream.range(0, OUTAGES.size())
                        .mapToObj(OUTAGES::get)
                        .filter(status -> !operation.response(status).isMissingNode())
                        .map(status -> operation.name() + " " + status))
                .filter(name -> !ELSEWHERE.contains(name))
                .toList();
        assertThat(SEEN).as("outages that are documented, and seen").containsExactlyInAnyOrderElementsOf(documented);
    }
}
