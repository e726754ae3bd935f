package io.medianest.server;

import io.medianest.server.demo.DemoPace;
import io.medianest.server.demo.DemoWorld;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.ytdlp.YtDlpSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Points an ordinary configuration at the demo's stand-ins. Nothing else in the program knows of them.
final class DemoSettings {
    private static final Duration OFTEN = Duration.ofSeconds(5);

    private DemoSettings() {}

    static DemoWorld start(Path directory) {
        return DemoWorld.start(DemoPace.usual(), directory.resolve("demo"));
    }

    static ServerConfig apply(ServerConfig config, DemoWorld demo) {
        return config.with(new ServerConfig.Services(
                demo.plexTv(),
                demo.plexApp(),
                service(demo.plexServer(), demo.plexToken()),
                service(demo.overseerr(), demo.overseerrApiKey()),
                new Secret(UUID.randomUUID().toString()),
                OFTEN,
                OFTEN,
                service(demo.tmdb(), demo.tmdbApiKey()),
                demo.tmdbImages(),
                service(demo.uptimeKuma(), null),
                demo.uptimeKumaStatusPage(),
                new YtDlpSettings(
                        demo.ytDlp().toString(), config.services().youtube().ffmpeg(), null, Set.of())));
    }

    private static ServiceSettings service(URI url, @Nullable String key) {
        return new ServiceSettings(url, key == null ? null : new Secret(key), null);
    }

    /// Tells the stand-in of Overseerr where to send its webhooks.
    static void connect(DemoWorld demo, ServerConfig config, int port) {
        var secret = config.services().overseerrSecret();
        if (secret != null) {
            demo.webhookTo(
                    URI.create("http://127.0.0.1:%d/api/v1/webhooks/overseerr".formatted(port)), secret.reveal());
        }
    }
}
