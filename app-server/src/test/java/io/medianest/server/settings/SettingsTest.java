package io.medianest.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.medianest.model.account.Role;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.settings.SettingChanges;
import io.medianest.model.settings.SettingChoice;
import io.medianest.model.settings.SettingEntry;
import io.medianest.model.settings.SettingKind;
import io.medianest.model.settings.SettingSource;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.security.MasterKey;
import io.medianest.server.platform.security.SecretBox;
import io.medianest.server.testing.TestDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Caller OWNER = owner(Caller.Credential.WINDOW);

    private final Database database = TestDatabase.open(UUID.randomUUID().toString());
    private final Set<String> takenPorts = new HashSet<>();
    private GivenSettings given = GivenSettings.none();
    private MasterKey key = new MasterKey(new byte[32]);

    @AfterEach
    void close() {
        database.close();
    }

    /// As after a start.
    private Settings settings() {
        var box = new SecretBox(key, new SecureRandom());
        return new SettingsFeature(given, database, box, SettingsTest::check, this::checkPlace, new MovableClock())
                .settings();
    }

    /// Stands for whoever tries to listen.
    private void checkPlace(Map<Setting, String> values) {
        if (values.getOrDefault(Setting.SERVER_HOST, "").equals("of.another.house")) {
            throw new WrongSetting(Setting.SERVER_HOST, "an address of this machine");
        }
        if (takenPorts.contains(values.getOrDefault(Setting.SERVER_PORT, ""))) {
            throw new WrongSetting(Setting.SERVER_PORT, "a free port");
        }
    }

    /// Stands for whoever reads the values as what they are.
    private static void check(Map<Setting, String> values) {
        if (!values.getOrDefault(Setting.SERVER_PORT, "").matches("\\d+")) {
            throw new WrongSetting(Setting.SERVER_PORT, "a number");
        }
    }

    private static Caller owner(Caller.Credential credential) {
        return new Caller("usr_1", "mia", Role.ADMIN, null, null, credential);
    }

    private static void set(Settings settings, String key, @Nullable String value) {
        var values = new HashMap<String, @Nullable String>();
        values.put(key, value);
        settings.change(OWNER, SettingChanges.of(values));
    }

    private static MediaNestException refusal(Settings settings, String key, String value) {
        var refusal = catchThrowableOfType(MediaNestException.class, () -> set(settings, key, value));
        assertThat(refusal).as("a refusal of %s=%s", key, value).isNotNull();
        return refusal;
    }

    private static SettingEntry entry(Settings settings, String key) {
        return settings.list().settings().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("what is set in the program counts at once and after a restart, until it is taken back")
    void change() {
        var settings = settings();
        var told = new ArrayList<@Nullable String>();
        settings.onChange(values -> told.add(values.get(Setting.OVERSEERR_URL)));
        assertThat(entry(settings, "overseerr.url").source()).isEqualTo(SettingSource.DEFAULT);

        set(settings, "overseerr.url", " http://seerr:5055 ");

        assertThat(told).containsExactly("http://seerr:5055");
        assertThat(settings().values()).containsEntry(Setting.OVERSEERR_URL, "http://seerr:5055");
        assertThat(entry(settings(), "overseerr.url").source()).isEqualTo(SettingSource.DATABASE);

        set(settings, "overseerr.url", null);
        assertThat(entry(settings(), "overseerr.url").value()).isNull();
        set(settings, "overseerr.poll-interval", "5m");
        set(settings, "overseerr.poll-interval", "");
        assertThat(entry(settings(), "overseerr.poll-interval").value()).isEqualTo("60s");
    }

    @Test
    @DisplayName("file, environment and command line are stronger than the program, each later one the stronger")
    void locked() {
        set(settings(), "plex.url", "http://database:1");
        given = given.with(SettingSource.COMMAND_LINE, Map.of(Setting.PLEX_URL, "http://command:1"))
                .with(SettingSource.FILE, Map.of(Setting.PLEX_URL, "http://file:1", Setting.TMDB_API_KEY, "k"));
        var settings = settings();

        assertThat(entry(settings, "plex.url").value()).isEqualTo("http://command:1");
        assertThat(entry(settings, "plex.url").source()).isEqualTo(SettingSource.COMMAND_LINE);
        assertThat(entry(settings, "plex.url").locked()).isTrue();
        assertThat(entry(settings, "tmdb.api-key").source()).isEqualTo(SettingSource.FILE);
        var refusal = refusal(settings, "plex.url", "http://other:1");
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_STATE);
        assertThat(refusal).hasMessage("plex.url is fixed by the command line: change it there");
        assertThat(refusal(settings, "tmdb.api-key", "other")).hasMessageContaining("medianest.yaml");
    }

    @Test
    @DisplayName("secrets are never shown, lie encrypted in the database, and stay when their mask comes back")
    void secrets() {
        var settings = settings();
        set(settings, "plex.token", "geheim");

        assertThat(entry(settings, "plex.token").value()).isEqualTo("••••");
        assertThat(settings.list().toString()).doesNotContain("geheim");
        assertThat(database.store(SettingStore.class).all())
                .singleElement()
                .satisfies(row -> assertThat(row.content()).doesNotContain("geheim"));
        set(settings, "plex.token", "••••");
        assertThat(settings().values()).containsEntry(Setting.PLEX_TOKEN, "geheim");
    }

    @Test
    @DisplayName("the text of a file may have many lines and be long, and is as secret as any other")
    void file() {
        var settings = settings();
        var text = "# Netscape HTTP Cookie File\n" + ".youtube.com\tTRUE\t/\tTRUE\t0\tSID\tgeheim\n".repeat(1500);
        set(settings, "youtube.cookies", text);

        assertThat(settings().values()).containsEntry(Setting.YOUTUBE_COOKIES, text.strip());
        assertThat(entry(settings, "youtube.cookies").value()).isEqualTo("••••");
        assertThat(database.store(SettingStore.class).all())
                .singleElement()
                .satisfies(row -> assertThat(row.content()).doesNotContain("geheim"));
    }

    @Test
    @DisplayName("what can be one of a few words says which, each with what comes of it")
    void choices() {
        var layout = entry(settings(), "youtube.layout");

        assertThat(layout.kind()).isEqualTo(SettingKind.CHOICE);
        assertThat(layout.value()).isEqualTo("plex");
        assertThat(layout.choices())
                .extracting(SettingChoice::value, choice -> Path.of(choice.example()))
                .containsExactly(
                        tuple(
                                "plex",
                                Path.of("Blender/Season 2014/Blender - s2014e1110 - Big Buck Bunny [aqz-KE-bpKQ].mp4")),
                        tuple("flat", Path.of("Blender - Big Buck Bunny [aqz-KE-bpKQ].mp4")),
                        tuple("film", Path.of("Big Buck Bunny (2014)/Big Buck Bunny (2014) [aqz-KE-bpKQ].mp4")));
        assertThat(entry(settings(), "youtube.nfo").choices()).isNull();
    }

    @Test
    @DisplayName("a secret that another key file locked away counts as not set, and nothing else suffers")
    void otherKey() {
        set(settings(), "plex.url", "http://plex:1");
        set(settings(), "plex.token", "geheim");
        key = new MasterKey(new byte[] {
            1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
        });

        assertThat(entry(settings(), "plex.token").value()).isNull();
        assertThat(entry(settings(), "plex.url").value()).isEqualTo("http://plex:1");
    }

    @Test
    @DisplayName("an unknown key suggests the nearest, a wrong value is named, and nothing of such a change is kept")
    void refused() {
        var settings = settings();

        var unknown = refusal(settings, "plex.tokn", "x");
        assertThat(unknown.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
        assertThat(unknown.details()).isEqualTo("plex.tokn");
        assertThat(unknown).hasMessageContaining("did you mean 'plex.token'?");
        for (var wrong : List.of(
                "server.port=many",
                "plex.url=plex",
                "plex.url=ftp://plex:1",
                "plex.url=http://admin:pw@nas:1",
                "plex.token=a\nb")) {
            var parts = wrong.split("=", 2);
            assertThat(refusal(settings, parts[0], parts[1]).details()).isEqualTo(parts[0]);
        }
        assertThat(refusal(settings, "data.dir", "/tmp/x").code()).isEqualTo(ErrorCode.INVALID_STATE);
        var oneGoodOneBad = SettingChanges.of(Map.of("tmdb.api-key", "fine", "server.port", "many"));
        assertThat(catchThrowable(() -> settings.change(OWNER, oneGoodOneBad))).isNotNull();
        assertThat(entry(settings, "tmdb.api-key").value()).isNull();
        assertThat(database.store(SettingStore.class).all()).isEmpty();
    }

    @Test
    @DisplayName("what works only after a restart says so, until it is as it was at the start")
    void restart() {
        var settings = settings();
        assertThat(settings.list().restartNeeded()).isFalse();

        set(settings, "server.port", "4100");
        assertThat(entry(settings, "server.port").restartNeeded()).isTrue();
        assertThat(settings.list().restartNeeded()).isTrue();
        assertThat(settings().list().restartNeeded()).isFalse();

        set(settings, "server.port", "4000");
        assertThat(settings.list().restartNeeded()).isFalse();
        set(settings, "limits.api", "7/1m");
        assertThat(settings.list().restartNeeded()).isFalse();
    }

    @Test
    @DisplayName("what this version cannot take is left aside at the start, so that it can be mended")
    void leftovers() {
        database.run(tx -> {
            var now = new MovableClock().instant();
            tx.store(SettingStore.class).insert("server.port", "many", now, "usr_1");
            tx.store(SettingStore.class).insert("of.another.version", "x", now, "usr_1");
            tx.store(SettingStore.class).insert("plex.url", "http://plex:1", now, "usr_1");
        });

        assertThat(entry(settings(), "server.port").value()).isEqualTo("4000");
        assertThat(entry(settings(), "plex.url").value()).isEqualTo("http://plex:1");
    }

    private static MediaNestException refusal(Settings settings, Map<String, String> values) {
        return catchThrowableOfType(
                MediaNestException.class, () -> settings.change(OWNER, SettingChanges.of(new HashMap<>(values))));
    }

    @Test
    @DisplayName("a key goes to no other address than the one it was entered for, not even by way of none")
    void keysStay() {
        var settings = settings();
        settings.change(
                OWNER, SettingChanges.of(Map.of("overseerr.url", "http://seerr:5055", "overseerr.api-key", "geheim")));

        for (var elsewhere : List.of("http://evil:5055", "https://seerr:5055", "http://seerr:5056")) {
            for (var masked : List.of(Map.<String, String>of(), Map.of("overseerr.api-key", "••••"))) {
                var values = new HashMap<>(masked);
                values.put("overseerr.url", elsewhere);
                var refused = refusal(settings, values);
                assertThat(refused).hasMessage("Enter overseerr.api-key again for the new address");
                assertThat(refused.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
                assertThat(refused.details()).isEqualTo("overseerr.api-key");
                assertThat(settings.tried(OWNER, SettingChanges.of(new HashMap<>(values))))
                        .containsEntry(Setting.OVERSEERR_URL, elsewhere)
                        .containsEntry(Setting.OVERSEERR_API_KEY, "");
            }
        }
        set(settings, "overseerr.url", "http://Seerr:5055/base");
        assertThat(settings.tried(OWNER, SettingChanges.of(Map.of())))
                .containsEntry(Setting.OVERSEERR_API_KEY, "geheim");

        set(settings, "overseerr.url", null);
        assertThat(refusal(settings, Map.of("overseerr.url", "http://evil:5055")))
                .isNotNull();
        settings.change(
                OWNER, SettingChanges.of(Map.of("overseerr.url", "http://new:5055", "overseerr.api-key", "other")));
        assertThat(settings.values()).containsEntry(Setting.OVERSEERR_API_KEY, "other");
    }

    @Test
    @DisplayName("the token of Plex goes to no further address, and to no other plex.tv, that it was not entered for")
    void plexTokenStays() {
        var settings = settings();
        settings.change(
                OWNER,
                SettingChanges.of(Map.of(
                        "plex.token",
                        "geheim",
                        "plex.url",
                        "http://nas:32400",
                        "plex.other-urls",
                        "http://a:1,http://b:2")));

        for (var elsewhere : List.of(
                Map.of("plex.other-urls", "http://a:1, http://evil:2"), Map.of("plex.tv-url", "https://evil"))) {
            assertThat(refusal(settings, elsewhere)).hasMessage("Enter plex.token again for the new address");
        }
        set(settings, "plex.other-urls", "http://b:2/base, http://a:1");
        assertThat(settings.values()).containsEntry(Setting.PLEX_TOKEN, "geheim");
    }

    @Test
    @DisplayName("a key that is given from outside binds the address to it")
    void givenKey() {
        given = given.with(SettingSource.ENVIRONMENT, Map.of(Setting.PLEX_TOKEN, "geheim"));
        var refused = refusal(settings(), "plex.url", "http://evil:1");
        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_STATE);
        assertThat(refused).hasMessageContaining("the environment");
    }

    @Test
    @DisplayName("what this machine runs and where it writes is changed and tried in the window only")
    void onlyHere() {
        var settings = settings();
        for (var key : List.of("youtube.yt-dlp", "youtube.ffmpeg", "youtube.directory")) {
            var evil = SettingChanges.of(Map.of(key, "/tmp/evil"));
            for (var credential : Caller.Credential.values()) {
                if (credential != Caller.Credential.WINDOW) {
                    var caller = owner(credential);
                    assertThat(catchThrowableOfType(MediaNestException.class, () -> settings.change(caller, evil))
                                    .code())
                            .isEqualTo(ErrorCode.FORBIDDEN);
                    assertThat(catchThrowableOfType(MediaNestException.class, () -> settings.tried(caller, evil))
                                    .code())
                            .isEqualTo(ErrorCode.FORBIDDEN);
                }
            }
            set(settings, key, "/tmp/fine");
            var same = SettingChanges.of(Map.of(key, "/tmp/fine"));
            assertThat(settings.change(owner(Caller.Credential.COOKIE), same)).isNotNull();
        }
    }

    @Test
    @DisplayName("a place to listen that cannot be had is refused at the change, and stands aside at the start")
    void place() {
        var settings = settings();
        assertThat(refusal(settings, "server.host", "of.another.house").details())
                .isEqualTo("server.host");
        takenPorts.add("4100");
        assertThat(refusal(settings, "server.port", "4100").details()).isEqualTo("server.port");

        takenPorts.clear();
        set(settings, "server.port", "4100");
        takenPorts.add("4100");
        set(settings, "server.public-url", "https://nest.example");
        assertThat(settings().atStart()).containsEntry(Setting.SERVER_PORT, "4000");
        assertThat(entry(settings(), "server.port").value()).isEqualTo("4100");
        assertThat(entry(settings(), "server.port").restartNeeded()).isTrue();
        takenPorts.add("4000");
        assertThat(settings().atStart()).containsEntry(Setting.SERVER_PORT, "0");
        takenPorts.clear();
        assertThat(settings().atStart()).containsEntry(Setting.SERVER_PORT, "4100");

        takenPorts.add("4200");
        given = given.with(SettingSource.COMMAND_LINE, Map.of(Setting.SERVER_PORT, "4200"));
        assertThat(settings().atStart()).as("for whoever gave it to mend").containsEntry(Setting.SERVER_PORT, "4200");
    }
}
