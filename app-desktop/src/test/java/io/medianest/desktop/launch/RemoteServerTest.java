package io.medianest.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.desktop.api.Admission;
import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.HttpCalls;
import io.medianest.desktop.api.HttpMediaNestApi;
import io.medianest.desktop.api.Pairings;
import io.medianest.desktop.api.ServerConnection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteServerTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("keeps a token for each server, for its owner alone, until it is forgotten")
    void keeps() throws IOException {
        var attic = RemoteServer.of(URI.create("http://192.168.1.20:4000/"), folder);
        var cellar = RemoteServer.of(URI.create("http://192.168.1.21:4000/"), folder);
        var paired = new Admission("secret", "tok_1");
        attic.remember(paired);
        cellar.remember(new Admission("session", null));

        assertThat(attic.admission()).contains(paired);
        assertThat(cellar.admission()).contains(new Admission("session", null));
        Path file = attic.directory().resolve("window.token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        attic.forget();
        assertThat(attic.admission()).isEmpty();
    }

    @Test
    @DisplayName("a window becomes a device of a real server by a code that is shown there, once")
    void pairs() {
        var arguments = List.of("--demo", "--data.dir=" + folder, "--server.host=127.0.0.1", "--server.port=0");
        try (RunningServer server = new ServerInProcess(Map.of()).start(arguments);
                var calls = new HttpCalls(new ServerConnection(server.address(), server.credential()))) {
            String code = new HttpMediaNestApi(calls).pairingCode().code();
            String token =
                    Pairings.pair(server.address(), code, "Window of a test").token();

            assertThat(Pairings.check(server.address(), token).user().username())
                    .isNotBlank();
            assertThatThrownBy(() -> Pairings.pair(server.address(), code, "Another"))
                    .isInstanceOf(ApiException.class);
        }
    }
}
