package io.medianest.server;

import java.util.Arrays;
import java.util.Comparator;

/// Every setting there is. As an option `--server.port=4000`, in `medianest.yaml` as nested keys or
/// `server.port: 4000`, in the environment as `MEDIANEST_SERVER_PORT`.
enum Setting {
    DATA_DIR("data.dir", "", "where database, keys and caches live (default: the system's place for program data)"),
    SERVER_HOST("server.host", "", "address to listen on (default: all); 127.0.0.1 keeps it off the LAN"),
    SERVER_PORT("server.port", "4000", "port to listen on; 0 takes any free one"),
    SERVER_ANONYMOUS_SEARCH("server.anonymous-search", "false", "answer searches of people who have not signed in"),
    SERVER_PUBLIC_URL(
            "server.public-url",
            "",
            "what people call it by when a proxy stands before it, for example https://nest.example"),
    SERVER_ALLOWED_HOSTS("server.allowed-hosts", "", "further names that it goes by, for example nest.example, nas"),
    SERVER_CORS_ORIGINS("server.cors-origins", "", "origins whose pages may use it, for example http://nas:8080"),
    PLEX_TV_URL("plex.tv-url", "https://plex.tv", "where people sign in with Plex"),
    PLEX_APP_URL("plex.app-url", "https://app.plex.tv/auth#", "the page that asks them to"),
    PLEX_URL("plex.url", "", "address of the Plex server, for example http://192.168.1.5:32400"),
    PLEX_TOKEN("plex.token", "", "X-Plex-Token of the Plex server"),
    PLEX_SYNC_INTERVAL("plex.sync-interval", "5m", "how often the library is looked over for changes"),
    OVERSEERR_URL("overseerr.url", "", "address of Overseerr or Seerr, for example http://192.168.1.5:5055"),
    OVERSEERR_API_KEY("overseerr.api-key", "", "its API key (Settings > General)"),
    OVERSEERR_WEBHOOK_SECRET(
            "overseerr.webhook-secret",
            "",
            "the Authorization header of its webhook; without one webhooks are refused"),
    OVERSEERR_POLL_INTERVAL("overseerr.poll-interval", "60s", "how often open requests are followed up"),
    TMDB_URL("tmdb.url", "https://api.themoviedb.org/3", "address of TMDB's API"),
    TMDB_IMAGE_URL("tmdb.image-url", "https://image.tmdb.org/t/p", "where posters come from"),
    TMDB_API_KEY("tmdb.api-key", "", "API key or read token of TMDB; needed only without Overseerr"),
    UPTIME_KUMA_URL("uptime-kuma.url", "", "address of Uptime Kuma, for example http://192.168.1.5:3001"),
    UPTIME_KUMA_STATUS_PAGE("uptime-kuma.status-page", "", "slug of its status page, for example home"),
    YOUTUBE_YT_DLP("youtube.yt-dlp", "yt-dlp", "name or path of yt-dlp"),
    YOUTUBE_FFMPEG("youtube.ffmpeg", "ffmpeg", "name or path of ffmpeg"),
    YOUTUBE_RATE_LIMIT("youtube.rate-limit", "", "bytes a second that each download may take, for example 5MB"),
    YOUTUBE_EXTRA_HOSTS(
            "youtube.extra-hosts",
            "",
            "hosts beside YouTube's that may be downloaded from, for example media.home:8080,192.168.1.7"),
    YOUTUBE_DIRECTORY("youtube.directory", "", "where downloads go (default: Videos/MediaNest in the home directory)"),
    YOUTUBE_CONCURRENCY("youtube.concurrency", "3", "downloads at the same time, 1 to 20"),
    YOUTUBE_MIN_FREE_SPACE("youtube.min-free-space", "2GB", "what stays free on the disk; downloads wait below it"),
    LIMITS_API("limits.api", "100/1m", "calls of each person (else each address)"),
    LIMITS_SIGN_IN("limits.sign-in", "10/1m", "sign-ins and pairings of each address"),
    LIMITS_REQUESTS("limits.requests", "20/1h", "requests for titles of each person"),
    LIMITS_DOWNLOADS("limits.downloads", "5/1h", "downloads of each person; a playlist is one"),
    LIMITS_WEBHOOKS("limits.webhooks", "100/15m", "webhooks of each address"),
    ADMIN_TOKEN("admin.token", "", "an API token of the owner for scripts; at least 32 characters"),
    DEMO("demo", "false", "start stand-ins for all outside services, to try the program without accounts");

    private final String key;
    private final String fallback;
    private final String description;

    Setting(String key, String fallback, String description) {
        this.key = key;
        this.fallback = fallback;
        this.description = description;
    }

    String key() {
        return key;
    }

    /// The default; empty where there is none.
    String fallback() {
        return fallback;
    }

    String description() {
        return description;
    }

    String environmentName() {
        return "MEDIANEST_" + name();
    }

    /// The key that is spelled most like `text`: with the fewest letters to change.
    static String nearestTo(String text) {
        var typed = text.replaceFirst("^-+", "");
        return Arrays.stream(values())
                .map(Setting::key)
                .min(Comparator.comparingInt(key -> changes(typed, key)))
                .orElseThrow();
    }

    /// The edit distance of Levenshtein.
    private static int changes(String from, String to) {
        var row = new int[to.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
