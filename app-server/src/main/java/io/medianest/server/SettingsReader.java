package io.medianest.server;

import io.medianest.server.incident.IncidentRules;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.db.DatabaseAddress;
import io.medianest.server.platform.http.Origins;
import io.medianest.server.platform.network.AddressRange;
import io.medianest.server.platform.redis.Redis;
import io.medianest.server.platform.security.Limit;
import io.medianest.server.platform.security.RateLimits;
import io.medianest.server.settings.GivenSettings;
import io.medianest.server.settings.Setting;
import io.medianest.server.settings.WebAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the values of settings as what they are. Methods throw [WrongSetting] for a value that cannot be read.
final class SettingsReader {
    private static final int LIMIT_FACTOR_OF_DEMO = 10;
    private static final int MIN_ADMIN_TOKEN = 32;
    private static final Duration SHORTEST_KUMA_POLL = Duration.ofSeconds(60);
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9._-]{1,253}");

    private final Path dataDir;
    private final GivenSettings given;
    private final SettingValues values;
    private final DownloadSettingsReader downloads;

    /// @param values of all settings
    SettingsReader(Path dataDir, GivenSettings given, Map<Setting, String> values) {
        this.dataDir = dataDir;
        this.given = given;
        this.values = new SettingValues(values);
        this.downloads = new DownloadSettingsReader(dataDir, this.values);
    }

    ServerConfig read() {
        return new ServerConfig(
                dataDir,
                new ServerConfig.Storage(database(), redis()),
                http(),
                services(),
                downloads.downloads(),
                new CallRulesReader(values).all(),
                incidents(),
                limits(),
                adminToken(),
                values.flag(Setting.DEMO),
                given);
    }

    private @Nullable Secret redis() {
        var address = values.secret(Setting.REDIS_URL);
        try {
            if (address != null) {
                Redis.check(address);
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw SettingValues.wrong(Setting.REDIS_URL, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable DatabaseAddress database() {
        var url = values.text(Setting.DATABASE_URL);
        if (url.isEmpty()) {
            return null;
        }
        var password = values.secret(Setting.DATABASE_PASSWORD);
        try {
            return DatabaseAddress.of(
                    url, values.text(Setting.DATABASE_USER), password == null ? new Secret("") : password);
        } catch (IllegalArgumentException e) {
            throw SettingValues.wrong(Setting.DATABASE_URL, String.valueOf(e.getMessage()));
        }
    }

    private ServerConfig.Http http() {
        return new ServerConfig.Http(
                values.text(Setting.SERVER_HOST),
                values.number(Setting.SERVER_PORT, 0, 65_535),
                values.flag(Setting.SERVER_ANY_PORT),
                values.flag(Setting.SERVER_ANONYMOUS_SEARCH) || values.flag(Setting.DEMO),
                publicUrl(),
                values.list(
                        Setting.SERVER_TRUSTED_PROXIES,
                        SettingsReader::addressRange,
                        "addresses such as 192.168.1.5 or 172.18.0.0/16"),
                values.list(
                        Setting.SERVER_ALLOWED_HOSTS,
                        SettingsReader::hostName,
                        "names such as nest.example, without a port"),
                values.list(
                        Setting.SERVER_CORS_ORIGINS,
                        Origins::normal,
                        "origins such as http://nas:8080, without a path"),
                values.flag(Setting.SERVER_MDNS));
    }

    private @Nullable URI publicUrl() {
        var text = values.text(Setting.SERVER_PUBLIC_URL);
        if (text.isEmpty()) {
            return null;
        }
        return Origins.normal(text.replaceFirst("/$", ""))
                .map(URI::create)
                .orElseThrow(() -> SettingValues.wrong(
                        Setting.SERVER_PUBLIC_URL, "an address such as https://nest.example, without a path"));
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

    private ServerConfig.Services services() {
        return new ServerConfig.Services(
                values.uri(Setting.PLEX_TV_URL),
                values.uri(Setting.PLEX_APP_URL),
                service(Setting.PLEX_URL, Setting.PLEX_TOKEN),
                values.addresses(Setting.PLEX_OTHER_URLS),
                values.secret(Setting.PLEX_WEBHOOK_SECRET),
                service(Setting.OVERSEERR_URL, Setting.OVERSEERR_API_KEY),
                values.secret(Setting.OVERSEERR_WEBHOOK_SECRET),
                values.duration(Setting.OVERSEERR_POLL_INTERVAL),
                values.duration(Setting.PLEX_SYNC_INTERVAL),
                service(Setting.TMDB_URL, Setting.TMDB_API_KEY),
                values.uri(Setting.TMDB_IMAGE_URL),
                uptimeKuma(),
                values.text(Setting.UPTIME_KUMA_STATUS_PAGE).isEmpty()
                        ? null
                        : values.text(Setting.UPTIME_KUMA_STATUS_PAGE),
                values.secret(Setting.UPTIME_KUMA_WEBHOOK_SECRET),
                kumaPollInterval(),
                downloads.ytDlp());
    }

    /// The key may be missing: a status page is open to all.
    private ServiceSettings uptimeKuma() {
        var service = service(Setting.UPTIME_KUMA_URL, null);
        return new ServiceSettings(service.url(), values.secret(Setting.UPTIME_KUMA_API_KEY), service.problem());
    }

    /// Uptime Kuma lets its metrics be read sixty times a minute, by all programs together; the demo's knows no limit.
    private Duration kumaPollInterval() {
        var interval = values.duration(Setting.UPTIME_KUMA_POLL_INTERVAL);
        if (interval.compareTo(SHORTEST_KUMA_POLL) < 0 && !values.flag(Setting.DEMO)) {
            throw SettingValues.wrong(Setting.UPTIME_KUMA_POLL_INTERVAL, "a time of 60s or more");
        }
        return interval;
    }

    /// A wrong address or a missing key does not stop the start: the service is shown as not configured.
    private ServiceSettings service(Setting url, @Nullable Setting key) {
        var address = values.text(url);
        if (address.isEmpty()) {
            return new ServiceSettings(null, null, "set %s".formatted(url.key()));
        }
        var secret = key == null ? null : values.secret(key);
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

    private IncidentRules incidents() {
        return new IncidentRules(
                values.number(Setting.INCIDENTS_DEAD_LETTERS, 0, 10_000),
                values.bytes(Setting.INCIDENTS_LOW_DISK),
                values.number(Setting.INCIDENTS_ERROR_RATE, 1, 100),
                values.duration(Setting.INCIDENTS_NOTIFY_AFTER),
                values.duration(Setting.INCIDENTS_SEND_AFTER));
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
            var limit = Limit.parse(values.text(setting));
            return values.flag(Setting.DEMO) ? limit.times(LIMIT_FACTOR_OF_DEMO) : limit;
        } catch (IllegalArgumentException e) {
            throw SettingValues.wrong(setting, "a count and a time, for example " + setting.fallback());
        }
    }

    private @Nullable Secret adminToken() {
        var token = values.secret(Setting.ADMIN_TOKEN);
        if (token != null && token.reveal().length() < MIN_ADMIN_TOKEN) {
            throw SettingValues.wrong(
                    Setting.ADMIN_TOKEN, "longer, or it could be guessed: use at least 32 characters");
        }
        return token;
    }
}
