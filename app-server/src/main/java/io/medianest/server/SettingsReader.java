package io.medianest.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.http.Origins;
import io.medianest.server.platform.security.Limit;
import io.medianest.server.platform.security.RateLimits;
import io.medianest.server.ytdlp.YtDlpSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Puts the settings together: defaults, file, environment, command line, each winning over those before it.
final class SettingsReader {
    private static final String PREFIX = "MEDIANEST_";
    private static final String FILE = "medianest.yaml";
    private static final int LIMIT_FACTOR_OF_DEMO = 10;
    private static final int MIN_ADMIN_TOKEN = 32;
    private static final int MAX_CONCURRENCY = 20;
    private static final Pattern BYTES = Pattern.compile("(\\d{1,9})(B|KB|MB|GB)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m|h)");

    private static final Pattern HOST_AND_PORT = Pattern.compile("([a-z0-9._-]+|\\[[0-9a-f:]+])(:\\d{1,5})?");
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9._-]{1,253}");

    private final Map<String, String> environment;
    private final Map<Setting, String> values = new EnumMap<>(Setting.class);

    SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    ServerConfig read(String... arguments) {
        var fromEnvironment = parse("the environment", environmentArguments());
        var fromCommandLine = parse("the command line", List.of(arguments));
        for (var setting : Setting.values()) {
            values.put(setting, setting.fallback());
        }
        values.putAll(fromEnvironment);
        values.putAll(fromCommandLine);
        var dataDir = dataDir();
        values.putAll(parse(dataDir.resolve(FILE).toString(), fileArguments(dataDir.resolve(FILE))));
        values.putAll(fromEnvironment);
        values.putAll(fromCommandLine);
        return new ServerConfig(
                dataDir, http(), services(), downloads(dataDir), limits(), adminToken(), flag(Setting.DEMO));
    }

    private Path dataDir() {
        var chosen = text(Setting.DATA_DIR);
        if (!chosen.isEmpty()) {
            return Path.of(chosen).toAbsolutePath();
        }
        // The demo must never touch what a household has: it gets a directory of its own.
        return DataDirectory.usual(environment, System.getProperty("os.name", ""), flag(Setting.DEMO) ? "-demo" : "");
    }

    private ServerConfig.Http http() {
        return new ServerConfig.Http(
                text(Setting.SERVER_HOST),
                number(Setting.SERVER_PORT, 0, 65_535),
                flag(Setting.SERVER_ANONYMOUS_SEARCH) || flag(Setting.DEMO),
                publicUrl(),
                list(
                        Setting.SERVER_ALLOWED_HOSTS,
                        SettingsReader::hostName,
                        "names such as nest.example, without a port"),
                list(Setting.SERVER_CORS_ORIGINS, Origins::normal, "origins such as http://nas:8080, without a path"));
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

    private static Optional<String> hostName(String text) {
        return HOST_NAME.matcher(text).matches() ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /// What stands between commas.
    private Set<String> list(Setting setting, Function<String, Optional<String>> reading, String wanted) {
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
                service(Setting.OVERSEERR_URL, Setting.OVERSEERR_API_KEY),
                secret(Setting.OVERSEERR_WEBHOOK_SECRET),
                duration(Setting.OVERSEERR_POLL_INTERVAL),
                duration(Setting.PLEX_SYNC_INTERVAL),
                service(Setting.TMDB_URL, Setting.TMDB_API_KEY),
                uri(Setting.TMDB_IMAGE_URL),
                service(Setting.UPTIME_KUMA_URL, null),
                text(Setting.UPTIME_KUMA_STATUS_PAGE).isEmpty() ? null : text(Setting.UPTIME_KUMA_STATUS_PAGE),
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

    private ServerConfig.Downloads downloads(Path dataDir) {
        return new ServerConfig.Downloads(
                downloadDirectory(dataDir),
                number(Setting.YOUTUBE_CONCURRENCY, 1, MAX_CONCURRENCY),
                bytes(Setting.YOUTUBE_MIN_FREE_SPACE));
    }

    private Path downloadDirectory(Path dataDir) {
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
            return new ServiceSettings(webAddress(address), secret, null);
        } catch (URISyntaxException e) {
            return new ServiceSettings(
                    null,
                    secret,
                    "%s is not an address: write for example http://192.168.1.5:8080".formatted(url.key()));
        }
    }

    private URI uri(Setting setting) {
        try {
            return webAddress(text(setting));
        } catch (URISyntaxException e) {
            throw wrong(setting, "an address that begins with http:// or https://");
        }
    }

    private static URI webAddress(String text) throws URISyntaxException {
        var uri = new URI(text.strip().replaceFirst("/+$", ""));
        var scheme = uri.getScheme();
        if (uri.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new URISyntaxException(text, "no http address");
        }
        return uri;
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
            throw new ConfigException("admin.token is too short to be safe: use at least 32 characters");
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

    private ConfigException wrong(Setting setting, String wanted) {
        // The value is not repeated: it may be a secret that was put in the wrong place.
        return new ConfigException("%s must be %s".formatted(setting.key(), wanted));
    }

    private List<String> environmentArguments() {
        var arguments = new ArrayList<String>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                arguments.add("--" + keyOf(name) + "=" + value);
            }
        });
        return arguments;
    }

    private static String keyOf(String environmentName) {
        for (var setting : Setting.values()) {
            if (setting.environmentName().equals(environmentName)) {
                return setting.key();
            }
        }
        return environmentName
                .substring(PREFIX.length())
                .toLowerCase(Locale.ROOT)
                .replace('_', '.');
    }

    private static List<String> fileArguments(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            var arguments = new ArrayList<String>();
            flatten("", new YAMLMapper().readTree(file.toFile()), arguments);
            return arguments;
        } catch (IOException e) {
            throw new ConfigException("%s cannot be read as YAML: %s".formatted(file, firstLine(e)), e);
        }
    }

    private static void flatten(String path, @Nullable JsonNode node, List<String> arguments) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> flatten(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                            entry.getValue(),
                            arguments));
            return;
        }
        arguments.add("--" + path + "=" + (node.isArray() ? joined(node) : node.asText()));
    }

    /// A list in YAML is what commas are elsewhere.
    private static String joined(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.joining(","));
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /// One parser for all sources, so that each knows the same keys and suggests the nearest in the same words.
    private static Map<Setting, String> parse(String source, List<String> arguments) {
        try {
            var result = new CommandLine(spec()).parseArgs(arguments.toArray(String[]::new));
            var values = new EnumMap<Setting, String>(Setting.class);
            for (var setting : Setting.values()) {
                String value = result.matchedOptionValue("--" + setting.key(), (String) null);
                if (value != null) {
                    values.put(setting, value);
                }
            }
            return values;
        } catch (CommandLine.UnmatchedArgumentException e) {
            var unknown = e.getUnmatched().getFirst().replaceFirst("=.*", "");
            throw new ConfigException(
                    "Unknown setting %s in %s: did you mean --%s? --help lists all of them"
                            .formatted(unknown, source, Setting.nearestTo(unknown)),
                    e);
        } catch (CommandLine.ParameterException e) {
            throw new ConfigException("%s in %s".formatted(firstLine(e), source), e);
        }
    }

    static String help() {
        return new CommandLine(spec()).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    private static CommandSpec spec() {
        var spec = CommandSpec.create().name("medianest");
        spec.usageMessage()
                .description("One household's media desk: a window and a server in one program.")
                .abbreviateSynopsis(true)
                .sortOptions(false)
                .width(110);
        for (var setting : Setting.values()) {
            spec.addOption(option(setting));
        }
        spec.addOption(OptionSpec.builder("--help", "-h")
                .usageHelp(true)
                .type(boolean.class)
                .description("print this and do nothing else")
                .build());
        return spec;
    }

    private static OptionSpec option(Setting setting) {
        var option = OptionSpec.builder("--" + setting.key())
                .type(String.class)
                .paramLabel("VALUE")
                .description(
                        setting.description() + (setting.fallback().isEmpty() ? "" : " (" + setting.fallback() + ")"));
        if (setting.fallback().equals("false")) {
            option.arity("0..1").fallbackValue("true").paramLabel("true|false");
        }
        return option.build();
    }
}
