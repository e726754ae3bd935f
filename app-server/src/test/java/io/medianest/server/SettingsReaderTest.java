package io.medianest.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.server.overseerr.OverseerrClient;
import io.medianest.server.plex.PlexClient;
import io.medianest.server.settings.Setting;
import io.medianest.server.tmdb.TmdbClient;
import io.medianest.server.uptimekuma.UptimeKumaClient;
import io.medianest.server.ytdlp.Extra;
import io.medianest.server.ytdlp.Extras;
import io.medianest.server.ytdlp.Naming;
import io.medianest.server.ytdlp.YtDlp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
    @TempDir
    Path directory;

    private ServerConfig read(Map<String, String> environment, String... arguments) {
        var all = new java.util.ArrayList<>(java.util.List.of(arguments));
        all.add("--data.dir=" + directory);
        return ServerConfig.read(environment, all.toArray(String[]::new));
    }

    @Test
    @DisplayName("the command line beats the environment, which beats the file, which beats the defaults")
    void precedence() throws IOException {
        assertThat(read(Map.of()).http().port()).isEqualTo(4000);
        Files.writeString(directory.resolve("medianest.yaml"), "server:\n  port: 4001\n");
        assertThat(read(Map.of()).http().port()).isEqualTo(4001);
        var environment = Map.of("MEDIANEST_SERVER_PORT", "4002");
        assertThat(read(environment).http().port()).isEqualTo(4002);
        assertThat(read(environment, "--server.port=4003").http().port()).isEqualTo(4003);
    }

    @Test
    @DisplayName("an unknown key is an error that suggests the nearest, from whatever source it comes")
    void suggests() throws IOException {
        assertThatThrownBy(() -> read(Map.of(), "--sever.port=1"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--sever.port")
                .hasMessageContaining("--server.port");
        assertThatThrownBy(() -> read(Map.of("MEDIANEST_OVERSEER_URL", "x")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("overseer.url")
                .hasMessageContaining("--overseerr.url");
        Files.writeString(directory.resolve("medianest.yaml"), "plex:\n  tokn: abc\n");
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("medianest.yaml")
                .hasMessageContaining("--plex.token");
    }

    @Test
    @DisplayName("options are written with a sign or a space, flags with or without a value, all of them once")
    void spellings() {
        var config = read(Map.of(), "--server.port", "4003", "--server.mdns", "false", "--demo", "--plex.url=");
        assertThat(config.http().port()).isEqualTo(4003);
        assertThat(config.http().announced()).isFalse();
        assertThat(config.demo()).isTrue();

        assertThatThrownBy(() -> read(Map.of(), "--server.port", "--demo"))
                .hasMessage("--server.port has no value in the command line: write --server.port=VALUE");
        assertThatThrownBy(() -> read(Map.of(), "--demo", "--demo=false"))
                .hasMessage("--demo is given twice in the command line: write it once");
        assertThatThrownBy(() -> read(Map.of(), "server.port=1"))
                .hasMessageContaining("Unknown setting server.port in the command line: did you mean --server.port?");
    }

    @Test
    @DisplayName("where the data are is told without reading the other settings, but not of settings that are unknown")
    void dataDirectory() {
        var arguments = List.of("--data.dir=" + directory, "--server.port=many");
        assertThat(ServerConfig.dataDirectory(Map.of(), arguments)).isEqualTo(directory);
        assertThatThrownBy(() -> ServerConfig.dataDirectory(Map.of(), List.of("--sever.port=1")))
                .isInstanceOf(ConfigException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "--server.port=many, server.port must be a whole number",
        "--server.port=70000, server.port must be a whole number",
        "--limits.api=lots, limits.api must be a count and a time",
        "--uptime-kuma.poll-interval=59s, uptime-kuma.poll-interval must be a time of 60s or more",
        "--overseerr.poll-interval=soon, overseerr.poll-interval must be a time",
        "--server.anonymous-search=maybe, server.anonymous-search must be true or false",
        "--admin.token=short, admin.token must be longer",
        "--plex.tv-url=nonsense, plex.tv-url must be an address",
        "--plex.other-urls=nas:32400, plex.other-urls must be addresses",
        "--server.public-url=nest.example, server.public-url must be an address",
        "--server.public-url=https://nest.example/media, server.public-url must be an address",
        "--server.allowed-hosts=https://nest.example, server.allowed-hosts must be names",
        "--server.allowed-hosts=nest.example:4000, server.allowed-hosts must be names",
        "--youtube.layout=tidy, 'youtube.layout must be plex, flat or film'",
        "--youtube.subtitles=en.*, youtube.subtitles must be languages",
        "--youtube.sponsorblock=maybe, youtube.sponsorblock must be true or false",
        "--youtube.nfo=maybe, youtube.nfo must be true or false",
        "--youtube.cookies=SID=geheim, youtube.cookies must be a cookies.txt in Netscape's format",
        "--plex.calls=patience 3s, plex.calls must be parts of connect 3s",
        "--server.cors-origins=*, server.cors-origins must be origins",
        "--server.cors-origins=http://nas:8080/page, server.cors-origins must be origins"
    })
    @DisplayName("a value that makes a start impossible is named")
    void wrongValues(String argument, String message) {
        assertThatThrownBy(() -> read(Map.of(), argument))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    @DisplayName("lists are written with commas, or as lists where the file has them, and compared in one form")
    void lists() throws IOException {
        var written = read(Map.of("MEDIANEST_SERVER_ALLOWED_HOSTS", " Nest.Example,, nas "), "--server.cors-origins=")
                .http();
        assertThat(written.allowedHosts()).containsExactlyInAnyOrder("nest.example", "nas");
        assertThat(written.corsOrigins()).isEmpty();

        Files.writeString(
                directory.resolve("medianest.yaml"),
                "server:\n  public-url: https://Nest.Example:443/\n  cors-origins: [http://nas:8080, https://tv]\n");
        var http = read(Map.of()).http();
        assertThat(http.corsOrigins()).containsExactlyInAnyOrder("http://nas:8080", "https://tv");
        assertThat(http.publicUrl()).hasToString("https://nest.example");
    }

    @Test
    @DisplayName("wrong or missing settings of a service do not stop the start: it is not configured, and says why")
    void services() {
        var services = read(Map.of(), "--overseerr.url=no address", "--overseerr.api-key=k", "--plex.url=http://p:1")
                .services();
        assertThat(services.overseerr().isConfigured()).isFalse();
        assertThat(services.overseerr().problem()).contains("overseerr.url");
        assertThat(services.plex().problem()).isEqualTo("set plex.token");
        assertThat(services.tmdb().problem()).isEqualTo("set tmdb.api-key");
    }

    @Test
    @DisplayName("secrets do not show when the settings are printed")
    void secrets() {
        var config = read(Map.of(), "--plex.url=http://p:1", "--plex.token=geheim", "--admin.token=" + "g".repeat(32));
        assertThat(config.toString()).doesNotContain("geheim").doesNotContain("ggg");
    }

    @Test
    @DisplayName("the demo keeps away from the household's data, allows ten times as much, and searches for anybody")
    void demo() {
        var config = ServerConfig.read(Map.of("XDG_DATA_HOME", directory.toString()), "--demo");
        assertThat(config.dataDir().getFileName().toString()).endsWith("-demo");
        assertThat(config.limits().api().capacity()).isEqualTo(1000);
        assertThat(config.http().anonymousSearch()).isTrue();
    }

    @Test
    @DisplayName("how services are asked: the defaults are those of the clients, and parts can be set")
    void calls() {
        var usual = read(Map.of()).calls();
        for (var policy : List.of(
                PlexClient.POLICY, OverseerrClient.POLICY, TmdbClient.POLICY, UptimeKumaClient.POLICY, YtDlp.POLICY)) {
            assertThat(usual.get(policy.service())).as(policy.service()).isEqualTo(policy.rules());
            var setting = Setting.valueOf(policy.service().replace('-', '_').toUpperCase(Locale.ROOT) + "_CALLS");
            assertThat(setting.fallback()).isEqualTo(policy.rules().toString());
        }
        assertThat(read(Map.of(), "--tmdb.calls=read 2s, failures 9").calls().get("tmdb"))
                .isEqualTo(TmdbClient.POLICY.rules().with("read 2s, failures 9"));
    }

    @Test
    @DisplayName("--help lists every setting with its default, and --version is another question")
    void help() {
        for (var setting : Setting.values()) {
            assertThat(ServerConfig.help()).contains("--" + setting.key());
        }
        assertThat(ServerConfig.help()).contains("4000", "--help", "--version");
        assertThat(ServerConfig.asksForVersion("--demo", "--version")).isTrue();
        assertThat(ServerConfig.asksForVersion("--demo")).isFalse();
    }

    @Test
    @DisplayName("how downloads are arranged and what comes with them, as it is usual and as it was chosen")
    void arrangement() {
        var usual = read(Map.of());
        assertThat(usual.downloads().layout()).isEqualTo(Naming.PLEX);
        assertThat(usual.downloads().extras()).isEqualTo(Extras.USUAL);
        assertThat(usual.services().youtube().cookies()).isNull();

        var cookies = "# Netscape HTTP Cookie File\n.youtube.com\tTRUE\t/\tTRUE\t0\tSID\tgeheim\n";
        var chosen = read(
                Map.of("MEDIANEST_YOUTUBE_COOKIES", cookies),
                "--youtube.layout=film",
                "--youtube.subtitles=en, de",
                "--youtube.sponsorblock",
                "--youtube.nfo");
        assertThat(chosen.downloads().layout()).isEqualTo(Naming.FILM);
        assertThat(chosen.downloads().extras().subtitleLanguages()).containsExactly("de", "en");
        assertThat(chosen.downloads().extras().wanted()).containsExactlyInAnyOrder(Extra.values());
        assertThat(requireNonNull(chosen.services().youtube().cookies()).text().reveal())
                .isEqualTo(cookies);
        assertThat(chosen.toString()).doesNotContain("geheim");
    }

    @Test
    @DisplayName("downloads: hosts in any spelling, speed in bytes, and what they are when nothing is said")
    void youtube() {
        var usual = read(Map.of()).services().youtube();
        assertThat(usual.ytDlp()).isEqualTo("yt-dlp");
        assertThat(usual.ffmpeg()).isEqualTo("ffmpeg");
        assertThat(usual.rateLimitBytes()).isNull();
        assertThat(usual.extraHosts()).isEmpty();

        var chosen = read(
                        Map.of("MEDIANEST_YOUTUBE_RATE_LIMIT", "5MB"),
                        "--youtube.extra-hosts=Media.Home:8080, 192.168.1.7 ,[::1]:81,")
                .services()
                .youtube();
        assertThat(chosen.rateLimitBytes()).isEqualTo(5_000_000);
        assertThat(chosen.extraHosts()).containsExactlyInAnyOrder("media.home:8080", "192.168.1.7", "[::1]:81");
        assertThatThrownBy(() -> read(Map.of(), "--youtube.extra-hosts=http://media.home/"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("youtube.extra-hosts must be hosts with commas between them");
    }
}
