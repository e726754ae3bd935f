package io.medianest.server;

import io.medianest.model.settings.SettingSource;
import io.medianest.server.dashboard.PastCheck;
import io.medianest.server.demo.DemoPace;
import io.medianest.server.demo.DemoPast;
import io.medianest.server.demo.DemoWorld;
import io.medianest.server.settings.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Points an ordinary configuration at the demo's stand-ins. Nothing else in the program knows of them.
final class DemoSettings {
    private static final String OFTEN = "5s";

    private DemoSettings() {}

    static DemoWorld start(Path directory) {
        return DemoWorld.start(DemoPace.usual(), directory.resolve("demo"));
    }

    static ServerConfig apply(ServerConfig config, DemoWorld demo) {
        return ServerConfig.of(config.dataDir(), config.given().with(SettingSource.DEMO, values(demo)));
    }

    private static Map<Setting, String> values(DemoWorld demo) {
        return Map.ofEntries(
                Map.entry(Setting.PLEX_TV_URL, demo.plexTv().toString()),
                Map.entry(Setting.PLEX_APP_URL, demo.plexApp().toString()),
                Map.entry(Setting.PLEX_URL, demo.plexServer().toString()),
                Map.entry(Setting.PLEX_TOKEN, demo.plexToken()),
                Map.entry(Setting.PLEX_SYNC_INTERVAL, OFTEN),
                Map.entry(Setting.OVERSEERR_URL, demo.overseerr().toString()),
                Map.entry(Setting.OVERSEERR_API_KEY, demo.overseerrApiKey()),
                Map.entry(Setting.OVERSEERR_WEBHOOK_SECRET, UUID.randomUUID().toString()),
                Map.entry(Setting.OVERSEERR_POLL_INTERVAL, OFTEN),
                Map.entry(Setting.TMDB_URL, demo.tmdb().toString()),
                Map.entry(Setting.TMDB_API_KEY, demo.tmdbApiKey()),
                Map.entry(Setting.TMDB_IMAGE_URL, demo.tmdbImages().toString()),
                Map.entry(Setting.UPTIME_KUMA_URL, demo.uptimeKuma().toString()),
                Map.entry(Setting.UPTIME_KUMA_STATUS_PAGE, demo.uptimeKumaStatusPage()),
                Map.entry(Setting.UPTIME_KUMA_API_KEY, demo.uptimeKumaApiKey()),
                Map.entry(Setting.UPTIME_KUMA_POLL_INTERVAL, OFTEN),
                Map.entry(Setting.YOUTUBE_YT_DLP, demo.ytDlp().toString()),
                Map.entry(Setting.YOUTUBE_FFMPEG, demo.ytDlp().toString()),
                Map.entry(Setting.YOUTUBE_RATE_LIMIT, ""),
                Map.entry(Setting.YOUTUBE_EXTRA_HOSTS, ""));
    }

    /// A month of the household that the demo pretends, up to now. Of videos two watch: the program and Uptime Kuma.
    static List<PastCheck> past(Instant now) {
        return DemoPast.until(now).stream()
                .flatMap(check -> services(check.service())
                        .map(service -> new PastCheck(service, check.at(), check.responseTime())))
                .toList();
    }

    private static Stream<String> services(String standIn) {
        return standIn.equals("yt-dlp") ? Stream.of("youtube", "kuma-4") : Stream.of(standIn);
    }

    /// Tells the stand-in of Plex where downloads go, and that of Overseerr where to send its webhooks.
    static void connect(DemoWorld demo, ServerConfig config, int port) {
        demo.videosIn(config.downloads().directory());
        var secret = config.services().overseerrSecret();
        if (secret != null) {
            demo.webhookTo(
                    URI.create("http://127.0.0.1:%d/api/v1/webhooks/overseerr".formatted(port)), secret.reveal());
        }
    }
}
