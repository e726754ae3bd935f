package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ReaderException;
import io.medianest.server.testing.QrReader;
import io.medianest.server.testing.TestDatabase;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a device reads that has just found the server.
class ServerInfoTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    @DisplayName("anybody may read who the server is and where, and scan the best of its addresses")
    void info() throws IOException, ReaderException {
        try (var server = start("--server.host=127.0.0.1")) {
            var wire = new Wire(server.port());
            var info = wire.send("GET /server/info").json().path("data");
            assertThat(info.path("name").asText()).startsWith("MediaNest on ");
            assertThat(info.path("version").asText()).isEqualTo(Version.current());
            assertThat(info.path("port").asInt()).isEqualTo(server.port());
            assertThat(info.path("address").asText()).isEqualTo("http://127.0.0.1:" + server.port());
            assertThat(info.path("addresses")).hasSize(2);
            assertThat(info.path("signInMethods")).hasSize(3);

            var qr = wire.send("GET " + info.path("qrUrl").asText());
            assertThat(qr.header("Content-Type")).isEqualTo("image/png");
            assertThat(QrReader.read(qr.body().getBytes(StandardCharsets.ISO_8859_1)))
                    .isEqualTo(info.path("address").asText());
            var pairing = wire.send("POST /admin/pairing-codes", "Authorization: Bearer " + server.ownerToken());
            assertThat(pairing.header("Cache-Control")).isEqualTo("no-store");
            var code = pairing.json().path("data");
            var png = code.path("picture").asText().replace("data:image/png;base64,", "");
            assertThat(QrReader.read(Base64.getDecoder().decode(png)))
                    .isEqualTo(info.path("address").asText() + "/#pair="
                            + code.path("code").asText());
        }
    }

    @Test
    @DisplayName("each address that a server on all of them tells is one that it answers to")
    void everyAddress() throws IOException {
        try (var server = start("--server.mdns=false")) {
            var wire = new Wire(server.port());
            for (var url : wire.send("GET /server/info").json().at("/data/addresses")) {
                var host = url.asText().replaceFirst("http://", "");
                var answer = wire.raw("GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
                assertThat(answer.status()).as(host).isEqualTo(200);
            }
        }
    }

    private MediaNestServer start(String setting) {
        return MediaNestServer.start(ServerConfig.read(
                Map.of(),
                TestDatabase.arguments(directory, Stream.of(setting, "--server.port=0", "--data.dir=" + directory))));
    }
}
