package io.medianest.server;

import io.medianest.server.download.DownloadSettings;
import io.medianest.server.incident.IncidentRules;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.db.DatabaseAddress;
import io.medianest.server.platform.network.AddressRange;
import io.medianest.server.platform.resilience.CallRules;
import io.medianest.server.platform.security.RateLimits;
import io.medianest.server.settings.GivenSettings;
import io.medianest.server.settings.Setting;
import io.medianest.server.settings.WrongSetting;
import io.medianest.server.ytdlp.YtDlpSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All settings of a server, read and checked once. Immutable.
///
/// @param dataDir where database, keys and caches live
/// @param storage what takes the place of what is built in
/// @param calls how each outside service is asked, by its name
/// @param incidents what is an incident, and who is told
/// @param adminToken an API token of the local owner for scripts and servers without a window
/// @param demo whether stand-ins take the place of the outside services
/// @param given what was set from outside, which nobody can change in the program
public record ServerConfig(
        Path dataDir,
        Storage storage,
        Http http,
        Services services,
        DownloadSettings downloads,
        Map<String, CallRules> calls,
        IncidentRules incidents,
        RateLimits.Limits limits,
        @Nullable Secret adminToken,
        boolean demo,
        GivenSettings given) {

    /// The configuration that is given from outside.
    ///
    /// @throws WrongSetting when a value makes a start impossible
    static ServerConfig of(Path dataDir, GivenSettings given) {
        return new SettingsReader(dataDir, given, given.over(Map.of())).read();
    }

    /// The same installation with other values.
    ///
    /// @param values of all settings
    /// @throws WrongSetting when one of them cannot be taken
    ServerConfig with(Map<Setting, String> values) {
        return new SettingsReader(dataDir, given, values).read();
    }

    /// Reads the settings: defaults, then `medianest.yaml` in the data directory, then the environment, then
    /// `arguments`.
    ///
    /// @param environment for example `System.getenv()`; `MEDIANEST_SERVER_PORT` is `server.port`
    /// @param arguments for example `--server.port=4000`
    /// @throws ConfigException with a sentence that says which setting is wrong and what to write instead
    public static ServerConfig read(Map<String, String> environment, String... arguments) {
        return new SettingSources(environment).read(List.of(arguments));
    }

    /// Where a server with these settings keeps its data, told without reading all of them.
    ///
    /// @throws ConfigException when there is no such setting
    public static Path dataDirectory(Map<String, String> environment, List<String> arguments) {
        return new SettingSources(environment).dataDir(arguments);
    }

    /// Every option with its default, as `--help` prints it.
    public static String help() {
        return SettingSources.help();
    }

    /// Whether the arguments ask for the help text instead of a start.
    public static boolean asksForHelp(String... arguments) {
        return Arrays.stream(arguments).anyMatch(a -> a.equals("--help") || a.equals("-h"));
    }

    /// Whether the arguments ask which MediaNest this is instead of a start.
    public static boolean asksForVersion(String... arguments) {
        return Arrays.stream(arguments).anyMatch(a -> a.equals("--version") || a.equals("-V"));
    }

    /// Where the data are: in the data directory, or on servers of their own.
    ///
    /// @param database beside the data directory; null for the one in it
    /// @param redis the address of what several servers share; null for a server that is alone
    public record Storage(
            @Nullable DatabaseAddress database, @Nullable Secret redis) {
        DatabaseAddress databaseOr(Path dataDir) {
            return database == null ? DatabaseAddress.inDirectory(dataDir) : database;
        }

        /// A sentence for the keeper of the server when the database cannot be opened.
        String problem(Path dataDir, String why) {
            return database == null
                    ? "The database in %s cannot be opened: %s. Restore it from a backup, or choose another directory with --data.dir"
                            .formatted(dataDir, why)
                    : "The database %s cannot be opened: %s. See whether it runs, and check database.url, database.user and database.password"
                            .formatted(database, why.lines().findFirst().orElse(""));
        }
    }

    /// How the server listens.
    ///
    /// @param host an address of this machine; empty for all of them
    /// @param port 0 takes any free one
    /// @param anyPort whether any free one will do while that one is taken
    /// @param publicUrl scheme and host that a proxy serves it under; null without one
    /// @param trustedProxies who is believed about the clients that it speaks for
    /// @param allowedHosts names that it goes by beside those of this machine, in lower case
    /// @param corsOrigins whose pages may use it
    /// @param announced whether the network is told that it is here
    public record Http(
            String host,
            int port,
            boolean anyPort,
            boolean anonymousSearch,
            @Nullable URI publicUrl,
            Set<AddressRange> trustedProxies,
            Set<String> allowedHosts,
            Set<String> corsOrigins,
            boolean announced) {
        /// The only address that it listens on; null for all of them.
        @Nullable InetAddress bound() {
            return host.isEmpty() ? null : new InetSocketAddress(host, port).getAddress();
        }

        /// The address of a page of this server that is good wherever people are; null unless a proxy serves it under
        /// a public one.
        @Nullable String link(String path) {
            return publicUrl == null ? null : publicUrl + path;
        }

        /// All names that it goes by beside those of this machine.
        Set<String> otherHosts() {
            return publicUrl == null ? allowedHosts : union(allowedHosts, publicUrl.getHost());
        }

        /// Whose pages may use it, its own at the public address among them: the proxy may hide from us that they are.
        Set<String> pages() {
            return publicUrl == null ? corsOrigins : union(corsOrigins, publicUrl.toString());
        }

        private static Set<String> union(Set<String> some, String another) {
            return Stream.concat(some.stream(), Stream.of(another)).collect(Collectors.toUnmodifiableSet());
        }
    }

    /// The outside services.
    ///
    /// @param plexTv where people sign in
    /// @param plexApp the page that asks them to
    /// @param plexOthers further addresses of the same Plex server, in the order in which they are tried
    /// @param plexSecret what Plex shows with its webhooks; null refuses webhooks
    /// @param overseerrSecret what Overseerr sends as `Authorization` with its webhooks; null refuses webhooks
    /// @param tmdbImages where posters come from
    /// @param uptimeKuma with an API key where there is one, which opens its metrics
    /// @param kumaStatusPage the slug of the status page that shows the household's services
    /// @param kumaSecret what Uptime Kuma shows with its webhooks; null refuses webhooks
    /// @param youtube what the keeper says about downloads
    public record Services(
            URI plexTv,
            URI plexApp,
            ServiceSettings plex,
            List<URI> plexOthers,
            @Nullable Secret plexSecret,
            ServiceSettings overseerr,
            @Nullable Secret overseerrSecret,
            Duration overseerrPollInterval,
            Duration plexSyncInterval,
            ServiceSettings tmdb,
            URI tmdbImages,
            ServiceSettings uptimeKuma,
            @Nullable String kumaStatusPage,
            @Nullable Secret kumaSecret,
            Duration kumaPollInterval,
            YtDlpSettings youtube) {
        /// The services that are asked elsewhere, otherwise or as somebody else than before.
        Set<String> changedSince(Services before) {
            var parts = Map.<String, Function<Services, Object>>of(
                    "plex",
                    services -> Arrays.asList(services.plexTv, services.plexApp, services.plex, services.plexOthers),
                    "overseerr",
                    Services::overseerr,
                    "tmdb",
                    services -> List.of(services.tmdb, services.tmdbImages),
                    "uptime-kuma",
                    services -> Arrays.asList(services.uptimeKuma, services.kumaStatusPage),
                    "youtube",
                    Services::youtube);
            return parts.entrySet().stream()
                    .filter(part ->
                            !part.getValue().apply(this).equals(part.getValue().apply(before)))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        }

        /// Where the services of the house are, as far as they are set.
        List<URI> addresses() {
            return Stream.of(plex, overseerr, uptimeKuma)
                    .flatMap(service -> Stream.ofNullable(service.url()))
                    .toList();
        }
    }
}
