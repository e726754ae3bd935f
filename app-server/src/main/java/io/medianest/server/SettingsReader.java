package io.medianest.server;

import io.medianest.server.platform.Secret;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.http.Origins;
import io.medianest.server.platform.network.AddressRange;
import io.medianest.server.platform.security.Limit;
import io.medianest.server.platform.security.RateLimits;
import io.medianest.server.settings.GivenSettings;
import io.medianest.server.settings.Setting;
import io.medianest.server.settings.WebAddress;
import io.medianest.server.settings.WrongSetting;
import io.medianest.server.ytdlp.YtDlpSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the values of settings as what they are. Methods throw [WrongSetting] for a value that cannot be read.
final class SettingsReader {
    private static final int LIMIT_FACTOR_OF_DEMO = 10;
    private static final int MIN_ADMIN_TOKEN = 32;
    private static final Duration SHORTEST_KUMA_POLL = Duration.ofSeconds(60);
    private static final int MAX_CONCURRENCY = 20;
    private static final Pattern BYTES = Pattern.compile("(\\d{1,9})(B|KB|MB|GB)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m|h)");

    private static final Pattern HOST_AND_PORT = Pattern.compile("([a-z0-9._-]+|\\[[0-9a-f:]+])(:\\d{1,5})?");
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9._-]{1,253}");

    private final Path dataDir;
    private final GivenSettings given;
    private final Map<Setting, String> values;

    /// @param values of all settings
    SettingsReader(Path dataDir, GivenSettings given, Map<Setting, String> values) {
        this.dataDir = dataDir;
        this.given = given;
        this.values = values;
    }

    ServerConfig read() {
        return new ServerConfig(
                dataDir, http(), services(), downloads(), limits(), adminToken(), flag(Setting.DEMO), given);
    }

    private ServerConfig.Http http() {
        return new ServerConfig.Http(
                text(Setting.SERVER_HOST),
                number(Setting.SERVER_PORT, 0, 65_535),
                flag(Setting.SERVER_ANONYMOUS_SEARCH) || flag(Setting.DEMO),
                publicUrl(),
                list(
                        Setting.SERVER_TRUSTED_PROXIES,
                        SettingsReader::addressRange,
                        "addresses such as 192.168.1.5 or 172.18.0.0/16"),
                list(
                        Setting.SERVER_ALLOWED_HOSTS,
                        SettingsReader::hostName,
                        "names such as nest.example, without a port"),
                list(Setting.SERVER_CORS_ORIGINS, Origins::normal, "origins such as http://nas:8080, without a path"),
                flag(Setting.SERVER_MDNS));
    }

    private @Nullable URI publicUrl() {
        var text = text(Setting.SERVER_PUBLIC_URL);
        if (text.isEmpty()) {
            return null;
        }
        return Origins.normal(text.replaceFirst("/$", ""))
                .map(URI::create)
                .orElseThrow(() ->
                        wrong(Setting.SERVER_PUBLIC_URL, "an address such as https://nest.example, without a path"));
    }

    private static Optional<AddressRange> addressRange(String text) {
        try {
            return Optional.of(AddressRange.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> hostName(String text) {
        return HOST_NAME.matcher(text).matches() ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /// What stands between commas.
    private <T> Set<T> list(Setting setting, Function<String, Optional<T>> reading, String wanted) {
        return Arrays.stream(text(setting).split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(item -> reading.apply(item).orElseThrow(() -> wrong(setting, wanted)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private ServerConfig.Services services() {
        return new ServerConfig.Services(
                uri(Setting.PLEX_TV_URL),
                uri(Setting.PLEX_APP_URL),
                service(Setting.PLEX_URL, Setting.PLEX_TOKEN),
                secret(Setting.PLEX_WEBHOOK_SECRET),
                service(Setting.OVERSEERR_URL, Setting.OVERSEERR_API_KEY),
                secret(Setting.OVERSEERR_WEBHOOK_SECRET),
                duration(Setting.OVERSEERR_POLL_INTERVAL),
                duration(Setting.PLEX_SYNC_INTERVAL),
                service(Setting.TMDB_URL, Setting.TMDB_API_KEY),
                uri(Setting.TMDB_IMAGE_URL),
                uptimeKuma(),
                text(Setting.UPTIME_KUMA_STATUS_PAGE).isEmpty() ? null : text(Setting.UPTIME_KUMA_STATUS_PAGE),
                secret(Setting.UPTIME_KUMA_WEBHOOK_SECRET),
                kumaPollInterval(),
                youtube());
    }

    private YtDlpSettings youtube() {
        return new YtDlpSettings(
                text(Setting.YOUTUBE_YT_DLP),
                text(Setting.YOUTUBE_FFMPEG),
                text(Setting.YOUTUBE_RATE_LIMIT).isEmpty() ? null : Math.max(1, bytes(Setting.YOUTUBE_RATE_LIMIT)),
                list(
                        Setting.YOUTUBE_EXTRA_HOSTS,
                        SettingsReader::hostAndPort,
                        "hosts with commas between them, for example media.home:8080,192.168.1.7"));
    }

    private static Optional<String> hostAndPort(String text) {
        var host = text.toLowerCase(Locale.ROOT);
        return HOST_AND_PORT.matcher(host).matches() ? Optional.of(host) : Optional.empty();
    }

    private ServerConfig.Downloads downloads() {
        return new ServerConfig.Downloads(
                downloadDirectory(),
                number(Setting.YOUTUBE_CONCURRENCY, 1, MAX_CONCURRENCY),
                bytes(Setting.YOUTUBE_MIN_FREE_SPACE));
    }

    private Path downloadDirectory() {
        var chosen = text(Setting.YOUTUBE_DIRECTORY);
        if (!chosen.isEmpty()) {
            return Path.of(chosen).toAbsolutePath();
        }
        // What the demo downloads is no video, and goes with its data.
        return flag(Setting.DEMO)
                ? dataDir.resolve("downloads")
                : Path.of(System.getProperty("user.home", "."), "Videos", "MediaNest")
                        .toAbsolutePath();
    }

    private long bytes(Setting setting) {
        var match = BYTES.matcher(text(setting));
        if (!match.matches()) {
            throw wrong(setting, "a size such as 500MB or 2GB");
        }
        long count = Long.parseLong(match.group(1));
        return switch (match.group(2).toUpperCase(Locale.ROOT)) {
            case "KB" -> count * 1_000;
            case "MB" -> count * 1_000_000;
            case "GB" -> count * 1_000_000_000;
            default -> count;
        };
    }

    /// The key may be missing: a status page is open to all.
    private ServiceSettings uptimeKuma() {
        var service = service(Setting.UPTIME_KUMA_URL, null);
        return new ServiceSettings(service.url(), secret(Setting.UPTIME_KUMA_API_KEY), service.problem());
    }

    /// Uptime Kuma lets its metrics be read sixty times a minute, by all programs together; the demo's knows no limit.
    private Duration kumaPollInterval() {
        var interval = duration(Setting.UPTIME_KUMA_POLL_INTERVAL);
        if (interval.compareTo(SHORTEST_KUMA_POLL) < 0 && !flag(Setting.DEMO)) {
            throw wrong(Setting.UPTIME_KUMA_POLL_INTERVAL, "a time of 60s or more");
        }
        return interval;
    }

    /// A wrong address or a missing key does not stop the start: the service is shown as not configured.
    private ServiceSettings service(Setting url, @Nullable Setting key) {
        var address = text(url);
        if (address.isEmpty()) {
            return new ServiceSettings(null, null, "set %s".formatted(url.key()));
        }
        var secret = key == null ? null : secret(key);
        if (key != null && secret == null) {
            return new ServiceSettings(null, null, "set %s".formatted(key.key()));
        }
        try {
            return new ServiceSettings(WebAddress.parse(address), secret, null);
        } catch (URISyntaxException e) {
            return new ServiceSettings(
                    null,
                    secret,
                    "%s is not an address: write for example http://192.168.1.5:8080".formatted(url.key()));
        }
    }

    private URI uri(Setting setting) {
        try {
            return WebAddress.parse(text(setting));
        } catch (URISyntaxException e) {
            throw wrong(setting, "an address that begins with http:// or https://, without a user name");
        }
    }

    private RateLimits.Limits limits() {
        return new RateLimits.Limits(
                limit(Setting.LIMITS_API),
                limit(Setting.LIMITS_SIGN_IN),
                limit(Setting.LIMITS_REQUESTS),
                limit(Setting.LIMITS_DOWNLOADS),
                limit(Setting.LIMITS_WEBHOOKS));
    }

    private Limit limit(Setting setting) {
        try {
            var limit = Limit.parse(text(setting));
            return flag(Setting.DEMO) ? limit.times(LIMIT_FACTOR_OF_DEMO) : limit;
        } catch (IllegalArgumentException e) {
            throw wrong(setting, "a count and a time, for example " + setting.fallback());
        }
    }

    private @Nullable Secret adminToken() {
        var token = secret(Setting.ADMIN_TOKEN);
        if (token != null && token.reveal().length() < MIN_ADMIN_TOKEN) {
            throw wrong(Setting.ADMIN_TOKEN, "longer, or it could be guessed: use at least 32 characters");
        }
        return token;
    }

    private @Nullable Secret secret(Setting setting) {
        var value = text(setting);
        return value.isEmpty() ? null : new Secret(value);
    }

    private Duration duration(Setting setting) {
        var match = DURATION.matcher(text(setting));
        if (!match.matches() || Long.parseLong(match.group(1)) == 0) {
            throw wrong(setting, "a time such as 60s or 5m");
        }
        long count = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    private int number(Setting setting, int min, int max) {
        try {
            int number = Integer.parseInt(text(setting));
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, in the same words as a number out of range.
        }
        throw wrong(setting, "a whole number from %d to %d".formatted(min, max));
    }

    private boolean flag(Setting setting) {
        return switch (text(setting)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(setting, "true or false");
        };
    }

    private String text(Setting setting) {
        return values.getOrDefault(setting, "").strip();
    }

    private static WrongSetting wrong(Setting setting, String wanted) {
        return new WrongSetting(setting, wanted);
    }
}
