package io.medianest.model.settings;

import io.medianest.model.Golden;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsJsonTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("wire")
    @DisplayName("every record is written as its golden file, and read back from it")
    void golden(String file, Object value) throws IOException {
        Golden.hold("settings-" + file, value);
    }

    private static Stream<Arguments> wire() {
        var port = new SettingEntry(
                "server.port",
                "4100",
                "4000",
                SettingSource.DATABASE,
                SettingKind.NUMBER,
                false,
                true,
                "port to listen on",
                null);
        var token = new SettingEntry(
                "plex.token",
                "••••",
                null,
                SettingSource.ENVIRONMENT,
                SettingKind.SECRET,
                true,
                false,
                "X-Plex-Token of the Plex server",
                null);
        var url = new SettingEntry(
                "plex.url",
                null,
                null,
                SettingSource.DEFAULT,
                SettingKind.ADDRESS,
                false,
                false,
                "address of the Plex server",
                null);
        var layout = new SettingEntry(
                "youtube.layout",
                "flat",
                "plex",
                SettingSource.FILE,
                SettingKind.CHOICE,
                true,
                false,
                "how downloads are arranged",
                List.of(
                        new SettingChoice("plex", "Blender/Season 2014/Big Buck Bunny.mp4"),
                        new SettingChoice("flat", "Big Buck Bunny.mp4")));
        var cookies = new SettingEntry(
                "youtube.cookies",
                null,
                null,
                SettingSource.DEFAULT,
                SettingKind.SECRET_FILE,
                false,
                false,
                "cookies of a browser",
                null);
        var changes = new HashMap<String, @Nullable String>();
        changes.put("plex.url", "http://192.168.1.5:32400");
        changes.put("server.port", null);
        return Stream.of(
                Arguments.of("list", new SettingList(List.of(port, token, url, layout, cookies), true)),
                Arguments.of("changes", SettingChanges.of(changes)),
                Arguments.of(
                        "discovery",
                        new Discovery(List.of(
                                new FoundService(FoundKind.PLEX, "attic", "http://192.168.1.5:32400", "1.43.0"),
                                new FoundService(FoundKind.UPTIME_KUMA, "nas", "http://192.168.1.9:3001", null)))),
                Arguments.of("test-good", new ServiceTest("overseerr", true, "1.34.0", 12L, null, null)),
                Arguments.of(
                        "test-bad",
                        new ServiceTest(
                                "overseerr",
                                false,
                                null,
                                null,
                                ServiceProblem.TIMEOUT,
                                "Overseerr did not answer in time")));
    }
}
