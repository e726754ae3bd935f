package io.medianest.server.settings;

import static io.medianest.model.settings.SettingKind.ADDRESS;
import static io.medianest.model.settings.SettingKind.CHOICE;
import static io.medianest.model.settings.SettingKind.DURATION;
import static io.medianest.model.settings.SettingKind.FLAG;
import static io.medianest.model.settings.SettingKind.LIMIT;
import static io.medianest.model.settings.SettingKind.NUMBER;
import static io.medianest.model.settings.SettingKind.SECRET;
import static io.medianest.model.settings.SettingKind.SECRET_FILE;
import static io.medianest.model.settings.SettingKind.TEXT;
import static io.medianest.server.settings.Setting.Change.AT_NEXT_START;
import static io.medianest.server.settings.Setting.Change.AT_ONCE;
import static io.medianest.server.settings.Setting.Change.OUTSIDE;

import io.medianest.model.settings.SettingChoice;
import io.medianest.model.settings.SettingKind;
import io.medianest.server.ytdlp.Naming;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Every setting there is. As an option `--server.port=4000`, in `medianest.yaml` as nested keys or
/// `server.port: 4000`, in the environment as `MEDIANEST_SERVER_PORT`.
public enum Setting {
    DATA_DIR(
            "data.dir",
            "",
            "where database, keys and caches live (default: the system's place for program data)",
            TEXT,
            OUTSIDE),
    DATABASE_URL(
            "database.url",
            "",
            "a PostgreSQL database, for example jdbc:postgresql://db:5432/medianest (default: a file in data.dir)",
            TEXT,
            OUTSIDE),
    DATABASE_USER("database.user", "", "who signs in to it", TEXT, OUTSIDE),
    DATABASE_PASSWORD("database.password", "", "the password", SECRET, OUTSIDE),
    REDIS_URL(
            "redis.url",
            "",
            "a Redis by which several servers of one database go together, for example redis://redis:6379",
            SECRET,
            OUTSIDE),
    SERVER_HOST(
            "server.host",
            "",
            "address to listen on (default: all); 127.0.0.1 keeps it off the LAN",
            TEXT,
            AT_NEXT_START),
    SERVER_PORT("server.port", "4000", "port to listen on; 0 takes any free one", NUMBER, AT_NEXT_START),
    SERVER_ANY_PORT("server.any-port", "false", "take any free port while another program has that one", FLAG, OUTSIDE),
    SERVER_ANONYMOUS_SEARCH(
            "server.anonymous-search", "false", "answer searches of people who have not signed in", FLAG, AT_ONCE),
    SERVER_PUBLIC_URL(
            "server.public-url",
            "",
            "what people call it by when a proxy stands before it, for example https://nest.example",
            ADDRESS,
            AT_NEXT_START),
    SERVER_TRUSTED_PROXIES(
            "server.trusted-proxies",
            "127.0.0.0/8,::1",
            "addresses of proxies whose X-Forwarded-... headers are believed, for example 192.168.1.5, 172.18.0.0/16",
            TEXT,
            AT_NEXT_START),
    SERVER_ALLOWED_HOSTS(
            "server.allowed-hosts",
            "",
            "further names that it goes by, for example nest.example, nas",
            TEXT,
            AT_NEXT_START),
    SERVER_CORS_ORIGINS(
            "server.cors-origins",
            "",
            "origins whose pages may use it, for example http://nas:8080",
            TEXT,
            AT_NEXT_START),
    SERVER_MDNS(
            "server.mdns",
            "true",
            "announce it on the network (multicast DNS), so that devices find it",
            FLAG,
            AT_NEXT_START),
    PLEX_TV_URL("plex.tv-url", "https://plex.tv", "where people sign in with Plex", ADDRESS, AT_NEXT_START),
    PLEX_APP_URL("plex.app-url", "https://app.plex.tv/auth#", "the page that asks them to", ADDRESS, AT_NEXT_START),
    PLEX_URL("plex.url", "", "address of the Plex server, for example http://192.168.1.5:32400", ADDRESS, AT_ONCE),
    PLEX_OTHER_URLS(
            "plex.other-urls",
            "",
            "further addresses of the same Plex server, tried in this order when plex.url leads nowhere",
            TEXT,
            AT_ONCE),
    PLEX_TOKEN("plex.token", "", "X-Plex-Token of the Plex server", SECRET, AT_ONCE),
    PLEX_WEBHOOK_SECRET(
            "plex.webhook-secret",
            "",
            "the last part of its webhook's address, .../webhooks/plex/SECRET; without one webhooks are refused",
            SECRET,
            AT_ONCE),
    PLEX_CALLS(
            "plex.calls",
            "connect 3s, read 10s, failures 5, open 45s, trials 3, attempts 3, pause 1s, concurrent 16, rate 50/1s",
            Setting.HOW_IT_IS_ASKED,
            TEXT,
            AT_ONCE),
    PLEX_SYNC_INTERVAL(
            "plex.sync-interval", "5m", "how often the library is looked over for changes", DURATION, AT_ONCE),
    OVERSEERR_URL(
            "overseerr.url",
            "",
            "address of Overseerr or Seerr, for example http://192.168.1.5:5055",
            ADDRESS,
            AT_ONCE),
    OVERSEERR_API_KEY("overseerr.api-key", "", "its API key (Settings > General)", SECRET, AT_ONCE),
    OVERSEERR_WEBHOOK_SECRET(
            "overseerr.webhook-secret",
            "",
            "the Authorization header of its webhook; without one webhooks are refused",
            SECRET,
            AT_ONCE),
    OVERSEERR_CALLS(
            "overseerr.calls",
            "connect 3s, read 10s, failures 5, open 30s, trials 3, attempts 3, pause 1s, concurrent 16, rate 50/1s",
            Setting.HOW_IT_IS_ASKED,
            TEXT,
            AT_ONCE),
    OVERSEERR_POLL_INTERVAL(
            "overseerr.poll-interval", "60s", "how often open requests are followed up", DURATION, AT_ONCE),
    TMDB_URL("tmdb.url", "https://api.themoviedb.org/3", "address of TMDB's API", ADDRESS, AT_ONCE),
    TMDB_IMAGE_URL("tmdb.image-url", "https://image.tmdb.org/t/p", "where posters come from", ADDRESS, AT_ONCE),
    TMDB_API_KEY("tmdb.api-key", "", "API key or read token of TMDB; needed only without Overseerr", SECRET, AT_ONCE),
    TMDB_CALLS(
            "tmdb.calls",
            "connect 3s, read 5s, failures 5, open 30s, trials 3, attempts 3, pause 1s, concurrent 16, rate 40/1s",
            Setting.HOW_IT_IS_ASKED,
            TEXT,
            AT_ONCE),
    UPTIME_KUMA_URL(
            "uptime-kuma.url", "", "address of Uptime Kuma, for example http://192.168.1.5:3001", ADDRESS, AT_ONCE),
    UPTIME_KUMA_STATUS_PAGE("uptime-kuma.status-page", "", "slug of its status page, for example home", TEXT, AT_ONCE),
    UPTIME_KUMA_API_KEY(
            "uptime-kuma.api-key", "", "an API key of it, to learn of monitors that are on no page", SECRET, AT_ONCE),
    UPTIME_KUMA_WEBHOOK_SECRET(
            "uptime-kuma.webhook-secret",
            "",
            "the last part of its webhook's address, .../webhooks/uptime-kuma/SECRET; without one they are refused",
            SECRET,
            AT_ONCE),
    UPTIME_KUMA_CALLS(
            "uptime-kuma.calls",
            "connect 3s, read 10s, failures 3, open 30s, trials 2, attempts 3, pause 1s, concurrent 16, rate 50/1s",
            Setting.HOW_IT_IS_ASKED,
            TEXT,
            AT_ONCE),
    UPTIME_KUMA_POLL_INTERVAL(
            "uptime-kuma.poll-interval", "60s", "how often it is asked; 60s or more", DURATION, AT_ONCE),
    YOUTUBE_YT_DLP("youtube.yt-dlp", "yt-dlp", "name or path of yt-dlp", TEXT, AT_ONCE),
    YOUTUBE_FFMPEG("youtube.ffmpeg", "ffmpeg", "name or path of ffmpeg", TEXT, AT_ONCE),
    YOUTUBE_CALLS(
            "youtube.calls",
            "connect 3s, read 30s, failures 8, open 1m, trials 2, attempts 3, pause 1s, concurrent 6, rate 50/1s",
            Setting.HOW_IT_IS_ASKED,
            TEXT,
            AT_ONCE),
    YOUTUBE_RATE_LIMIT(
            "youtube.rate-limit", "", "bytes a second that each download may take, for example 5MB", TEXT, AT_ONCE),
    YOUTUBE_EXTRA_HOSTS(
            "youtube.extra-hosts",
            "",
            "hosts beside YouTube's that may be downloaded from, for example media.home:8080,192.168.1.7",
            TEXT,
            AT_ONCE),
    YOUTUBE_DIRECTORY(
            "youtube.directory",
            "",
            "where downloads go (default: Videos/MediaNest in the home directory)",
            TEXT,
            AT_ONCE),
    YOUTUBE_CONCURRENCY("youtube.concurrency", "3", "downloads at the same time, 1 to 20", NUMBER, AT_ONCE),
    YOUTUBE_MIN_FREE_SPACE(
            "youtube.min-free-space", "2GB", "what stays free on the disk; downloads wait below it", TEXT, AT_ONCE),
    YOUTUBE_LAYOUT(
            "youtube.layout",
            "plex",
            "how downloads are arranged: plex (a show for each uploader, a season for each year), flat (all in one"
                    + " folder) or film (a folder for each)",
            CHOICE,
            AT_ONCE),
    YOUTUBE_SUBTITLES(
            "youtube.subtitles", "", "languages of subtitles that come along, for example en,de", TEXT, AT_ONCE),
    YOUTUBE_SPONSORBLOCK(
            "youtube.sponsorblock", "false", "cut out what SponsorBlock marks as advertising", FLAG, AT_ONCE),
    YOUTUBE_NFO("youtube.nfo", "false", "put a description for media servers (.nfo) beside each video", FLAG, AT_ONCE),
    YOUTUBE_COLLECTIONS(
            "youtube.collections",
            "true",
            "have Plex make a collection of each playlist that was downloaded",
            FLAG,
            AT_ONCE),
    YOUTUBE_COOKIES(
            "youtube.cookies",
            "",
            "the text of a cookies.txt (Netscape's format) of somebody signed in to YouTube, for videos that are not"
                    + " for everybody",
            SECRET_FILE,
            AT_ONCE),
    INCIDENTS_DEAD_LETTERS(
            "incidents.dead-letters", "5", "more failed jobs than that are an incident", NUMBER, AT_ONCE),
    INCIDENTS_LOW_DISK("incidents.low-disk", "1GB", "less than that left on the disk is an incident", TEXT, AT_ONCE),
    INCIDENTS_ERROR_RATE(
            "incidents.error-rate", "20", "so many of 100 replies that fail by our fault are one", NUMBER, AT_ONCE),
    INCIDENTS_NOTIFY_AFTER(
            "incidents.notify-after",
            "1m",
            "then all admins are notified of an incident that nobody looks after",
            DURATION,
            AT_ONCE),
    INCIDENTS_SEND_AFTER(
            "incidents.send-after",
            "10m",
            "then it is sent out of the house, by webhook and e-mail where they are set up",
            DURATION,
            AT_ONCE),
    LIMITS_API("limits.api", "100/1m", "calls of each person (else each address)", LIMIT, AT_ONCE),
    LIMITS_SIGN_IN("limits.sign-in", "10/1m", "sign-ins and pairings of each address", LIMIT, AT_ONCE),
    LIMITS_REQUESTS("limits.requests", "20/1h", "requests for titles of each person", LIMIT, AT_ONCE),
    LIMITS_DOWNLOADS("limits.downloads", "5/1h", "downloads of each person; a playlist is one", LIMIT, AT_ONCE),
    LIMITS_WEBHOOKS("limits.webhooks", "100/15m", "webhooks of each address", LIMIT, AT_ONCE),
    ADMIN_TOKEN("admin.token", "", "an API token of the owner for scripts; at least 32 characters", SECRET, OUTSIDE),
    DEMO(
            "demo",
            "false",
            "start stand-ins for all outside services, to try the program without accounts",
            FLAG,
            OUTSIDE);

    /// One text for all: what each part means stands in the API's pages.
    private static final String HOW_IT_IS_ASKED =
            "how long it is waited for, when it is let alone, and how much it is asked; parts left out stay";

    private final String key;
    private final String fallback;
    private final String description;
    private final SettingKind kind;
    private final Change change;

    Setting(String key, String fallback, String description, SettingKind kind, Change change) {
        this.key = key;
        this.fallback = fallback;
        this.description = description;
        this.kind = kind;
        this.change = change;
    }

    /// Whether people may change a setting in the program, and when that works.
    enum Change {
        AT_ONCE,
        AT_NEXT_START,
        /// Only before the start: in the file, the environment or on the command line.
        OUTSIDE
    }

    public String key() {
        return key;
    }

    /// The default; empty where there is none.
    public String fallback() {
        return fallback;
    }

    public String description() {
        return description;
    }

    public String environmentName() {
        return "MEDIANEST_" + name();
    }

    public SettingKind kind() {
        return kind;
    }

    Change change() {
        return change;
    }

    public boolean isSecret() {
        return kind == SECRET || kind == SECRET_FILE;
    }

    /// What it can be, where that is one of a few.
    List<SettingChoice> choices() {
        return kind == CHOICE
                ? Arrays.stream(Naming.values())
                        .map(naming -> new SettingChoice(
                                naming.word(), naming.example().toString()))
                        .toList()
                : List.of();
    }

    /// The setting of that key.
    public static Optional<Setting> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    /// The key that is spelled most like `text`.
    public static String nearestTo(String text) {
        return Spelling.nearest(
                text.replaceFirst("^-+", ""), Arrays.stream(values()).map(Setting::key));
    }
}
