package io.medianest.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.MediaNestServer;
import io.medianest.server.ServerConfig;
import io.medianest.server.demo.DemoPace;
import io.medianest.server.demo.DemoWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An ordinary server among the demo's stand-ins, in which nothing happens by itself: nobody decides about a request
/// within the time of a test. Without limits, so that tests may ask as often as they like.
public final class DemoHousehold implements AutoCloseable {
    /// What other services show with their webhooks.
    public static final String WEBHOOK_SECRET = "a-secret-of-webhooks-for-tests";

    /// A header with the rights of the owner.
    public static final String OWNER = "Authorization: Bearer a-token-of-the-owner-for-tests-only";

    private static final DemoPace STILL = new DemoPace(Duration.ofHours(1), Duration.ofSeconds(3));

    private final DemoWorld demo;
    private final MediaNestServer server;
    private final Path directory;

    private DemoHousehold(DemoWorld demo, MediaNestServer server, Path directory) {
        this.demo = demo;
        this.server = server;
        this.directory = directory;
    }

    /// @param more settings, for example `--server.tls.mode=off`
    public static DemoHousehold start(Path directory, String... more) {
        return start(STILL, directory, more);
    }

    /// @param pace of what happens by itself
    /// @param more settings
    public static DemoHousehold start(DemoPace pace, Path directory, String... more) {
        var demo = DemoWorld.start(pace, directory.resolve("demo"));
        try {
            var settings = settings(demo);
            settings.add("--data.dir=" + directory.resolve("data"));
            settings.add("--youtube.yt-dlp=" + managed(demo.ytDlp(), directory.resolve("data")));
            settings.add("--youtube.directory=" + directory.resolve("videos"));
            change(settings, more);
            var server = MediaNestServer.start(
                    ServerConfig.read(Map.of(), TestDatabase.arguments(directory.resolve("data"), settings.stream())));
            return new DemoHousehold(demo, server, directory);
        } catch (RuntimeException e) {
            demo.close();
            throw e;
        }
    }

    /// Puts settings in the place of others of the same key; those without a value are left to the program.
    private static void change(List<String> settings, String... more) {
        for (var setting : more) {
            var key = setting.substring(0, setting.indexOf('=') + 1);
            settings.removeIf(present -> present.startsWith(key));
            if (!setting.equals(key)) {
                settings.add(setting);
            }
        }
    }

    private static List<String> settings(DemoWorld demo) {
        return new ArrayList<>(List.of(
                "--server.port=0",
                "--server.host=127.0.0.1",
                "--admin.token=" + OWNER.substring("Authorization: Bearer ".length()),
                "--limits.api=10000000/1m",
                "--limits.sign-in=10000000/1m",
                "--limits.requests=10000000/1m",
                "--limits.downloads=10000000/1m",
                "--limits.webhooks=10000000/1m",
                "--plex.tv-url=" + demo.plexTv(),
                "--plex.app-url=" + demo.plexApp(),
                "--plex.url=" + demo.plexServer(),
                "--plex.webhook-secret=" + WEBHOOK_SECRET,
                "--plex.token=" + demo.plexToken(),
                "--overseerr.url=" + demo.overseerr(),
                "--overseerr.api-key=" + demo.overseerrApiKey(),
                "--overseerr.webhook-secret=" + WEBHOOK_SECRET,
                "--tmdb.url=" + demo.tmdb(),
                "--tmdb.api-key=" + demo.tmdbApiKey(),
                "--tmdb.image-url=" + demo.tmdbImages(),
                "--uptime-kuma.url=" + demo.uptimeKuma(),
                "--uptime-kuma.status-page=" + demo.uptimeKumaStatusPage(),
                "--uptime-kuma.webhook-secret=" + WEBHOOK_SECRET));
    }

    /// yt-dlp as a copy that the server may renew.
    private static Path managed(Path ytDlp, Path data) {
        try {
            var tools = Files.createDirectories(data.resolve("tools"));
            return Files.copy(
                    ytDlp,
                    tools.resolve(ytDlp.getFileName()),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lets Plex make a library of the directory that downloads go to.
    public void plexHasVideos() {
        demo.videosIn(directory.resolve("videos"));
    }

    /// What the stand-in of Plex says.
    public JsonNode plex(String path) {
        try {
            return new Wire(demo.plexServer().getPort())
                    .send("GET " + path, "X-Plex-Token: " + demo.plexToken(), "Accept: application/json")
                    .json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Wire wire() {
        return new Wire(server.port());
    }

    /// Another server of the same household, with the key of this one.
    ///
    /// @param name of its data directory
    /// @param more settings
    public MediaNestServer another(String name, String... more) {
        return MediaNestServer.start(ServerConfig.read(Map.of(), arguments(name, more)));
    }

    /// As [#another], for one in a process of its own.
    public String[] arguments(String name, String... more) {
        var data = directory.resolve(name);
        var settings = settings(demo);
        settings.add("--data.dir=" + data);
        settings.add("--youtube.yt-dlp=" + managed(demo.ytDlp(), data));
        settings.add("--youtube.directory=" + directory.resolve("videos"));
        change(settings, more);
        try {
            Files.copy(directory.resolve("data/medianest.key"), data.resolve("medianest.key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.toArray(String[]::new);
    }

    /// How many requests for a title the stand-in of Overseerr has taken.
    public long submissions(int tmdbId) {
        try {
            var all = new Wire(demo.overseerr().getPort())
                    .send("GET /api/v1/request?take=1000", "X-Api-Key: " + demo.overseerrApiKey())
                    .json();
            return all.path("results")
                    .valueStream()
                    .filter(request -> request.at("/media/tmdbId").asInt() == tmdbId)
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        demo.close();
    }
}
