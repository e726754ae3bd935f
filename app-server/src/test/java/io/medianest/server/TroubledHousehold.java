package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.demo.DemoPace;
import io.medianest.server.demo.DemoWorld;
import io.medianest.server.testing.DemoHousehold;
import io.medianest.server.testing.Fault;
import io.medianest.server.testing.FaultGate;
import io.medianest.server.testing.ShellYtDlp;
import io.medianest.server.testing.TestDatabase;
import io.medianest.server.testing.Wire;
import io.medianest.server.testing.Wire.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/// A server among stand-ins, with a gate before each of them, whose time leaps when a test says so.
final class TroubledHousehold implements AutoCloseable {
    private static final String OWNER = DemoHousehold.OWNER;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();
    private static final long NUDGE_NANOS = Duration.ofMillis(250).toNanos();

    private final DemoWorld world;
    private final Map<Service, FaultGate> gates = new EnumMap<>(Service.class);
    private final ShellYtDlp ytDlp;
    private final LeapingTime time = new LeapingTime();
    private final MediaNestServer server;
    private final Path directory;
    private final AtomicLong leaps = new AtomicLong();

    /// What MediaNest asks.
    enum Service {
        PLEX("plex"),
        OVERSEERR("overseerr"),
        TMDB("tmdb"),
        UPTIME_KUMA("uptime-kuma"),
        YT_DLP("youtube");

        private final String word;

        Service(String word) {
            this.word = word;
        }

        /// As settings and errors call it.
        String word() {
            return word;
        }
    }

    /// Where titles come from.
    enum Catalogue {
        OVERSEERR,
        TMDB
    }

    private TroubledHousehold(Path directory, Catalogue catalogue) {
        this.directory = directory;
        world = DemoWorld.start(new DemoPace(Duration.ofHours(1), Duration.ofSeconds(3)), directory.resolve("demo"));
        gates.put(Service.PLEX, FaultGate.to(world.plexServer()));
        gates.put(Service.OVERSEERR, FaultGate.to(world.overseerr()));
        gates.put(Service.TMDB, FaultGate.to(world.tmdb()));
        gates.put(Service.UPTIME_KUMA, FaultGate.to(world.uptimeKuma()));
        ytDlp = ShellYtDlp.in(directory.resolve("tools"));
        server = MediaNestServer.start(
                ServerConfig.read(
                        Map.of(), TestDatabase.arguments(directory.resolve("data"), settings(catalogue).stream())),
                UnaryOperator.identity(),
                time.forServer());
    }

    static TroubledHousehold start(Path directory, Catalogue catalogue) {
        return new TroubledHousehold(directory, catalogue);
    }

    private List<String> settings(Catalogue catalogue) {
        var settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.host=127.0.0.1",
                "--server.mdns=false",
                "--data.dir=" + directory.resolve("data"),
                "--admin.token=" + OWNER.substring("Authorization: Bearer ".length()),
                "--limits.api=10000000/1m",
                "--limits.requests=10000000/1m",
                "--limits.downloads=10000000/1m",
                // Which would know a way past the gate.
                "--plex.tv-url=" + world.uptimeKuma(),
                "--plex.url=" + through(Service.PLEX, world.plexServer()),
                "--plex.token=" + world.plexToken(),
                "--tmdb.url=" + through(Service.TMDB, world.tmdb()),
                "--tmdb.api-key=" + world.tmdbApiKey(),
                "--tmdb.image-url=" + world.tmdbImages(),
                "--uptime-kuma.url=" + through(Service.UPTIME_KUMA, world.uptimeKuma()),
                "--uptime-kuma.status-page=" + world.uptimeKumaStatusPage(),
                "--youtube.yt-dlp=" + ytDlp.ytDlp(),
                "--youtube.ffmpeg=" + ytDlp.ffmpeg(),
                "--youtube.directory=" + videos(),
                "--youtube.layout=flat"));
        if (catalogue == Catalogue.OVERSEERR) {
            settings.add("--overseerr.url=" + through(Service.OVERSEERR, world.overseerr()));
            settings.add("--overseerr.api-key=" + world.overseerrApiKey());
        }
        return settings;
    }

    private URI through(Service service, URI address) {
        return gate(service).through(address);
    }

    private FaultGate gate(Service service) {
        var gate = gates.get(service);
        if (gate == null) {
            throw new IllegalArgumentException(service + " has no address");
        }
        return gate;
    }

    private Path videos() {
        return directory.resolve("videos");
    }

    /// Has a service be ill from now on. How long it is waited for is cut short only where the waiting is the illness.
    void let(Service service, Fault fault) {
        ask(service, fault.isTardy() ? "read 300ms" : "read 10s", fault == Fault.GONE ? "failures 4" : "failures 1000");
        if (service == Service.YT_DLP) {
            ytDlp.suffer(fault);
        } else {
            gate(service).suffer(fault);
        }
    }

    void heal(Service service, Fault fault) {
        if (service == Service.YT_DLP) {
            ytDlp.recover();
        } else {
            gate(service).heal();
        }
        if (fault.isTardy()) {
            ask(service, "read 10s", "failures 1000");
        }
    }

    private void ask(Service service, String read, String failures) {
        change(
                service.word() + ".calls",
                "connect 10s, %s, %s, open 45s, trials 1, attempts 2, pause 10ms, rate 1000/1s"
                        .formatted(read, failures));
    }

    /// Lets time pass, and wakes those who sleep until a time that has come.
    void pass(Duration duration) {
        time.leap(duration);
        // A change of this setting has everybody look what there is to do, and forgets nothing.
        change("youtube.min-free-space", "%dMB".formatted(1 + leaps.incrementAndGet() % 2));
    }

    /// Waits for something while time passes quickly.
    void until(String what, BooleanSupplier isTrue) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        long next = System.nanoTime() + NUDGE_NANOS;
        while (!isTrue.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            if (System.nanoTime() > next) {
                pass(Duration.ofMinutes(1));
                next = System.nanoTime() + NUDGE_NANOS;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void change(String setting, String value) {
        var answer = send("PUT /api/v1/admin/settings", "{\"%s\":\"%s\"}".formatted(setting, value));
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    Answer send(String line) {
        try {
            return new Wire(server.port()).send(line, OWNER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer send(String line, String json) {
        try {
            return new Wire(server.port()).sendJson(line, json, OWNER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the API says.
    JsonNode get(String path) {
        return json(send("GET /api/v1" + path)).path("data");
    }

    static JsonNode json(Answer answer) {
        try {
            return answer.json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What Overseerr has, behind the gate.
    JsonNode overseerr(String path) {
        try {
            return new Wire(world.overseerr().getPort())
                    .send("GET /api/v1" + path, "X-Api-Key: " + world.overseerrApiKey(), "Accept: application/json")
                    .json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many files a video became.
    long files(String videoId) {
        try (var files = Files.walk(videos())) {
            return files.filter(file -> file.toString().endsWith("[" + videoId + "].mp4"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        gates.values().forEach(FaultGate::heal);
        server.close();
        gates.values().forEach(FaultGate::close);
        world.close();
    }
}
