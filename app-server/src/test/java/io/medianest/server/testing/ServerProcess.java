package io.medianest.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.ServerMain;
import io.medianest.server.platform.Await;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A server in a process of its own, which can be killed and started again with the same data at the same port.
public final class ServerProcess implements AutoCloseable {
    /// For whatever may take long on a busy machine.
    public static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String TOKEN = "a-token-of-the-owner-for-this-test";
    private static final String OWNER = "Authorization: Bearer " + TOKEN;

    private final Path directory;
    private final List<String> settings;
    private final int port;
    private @Nullable Process process;

    private ServerProcess(Path directory, List<String> settings, int port) {
        this.directory = directory;
        this.settings = settings;
        this.port = port;
    }

    /// @param directory for data and output
    /// @param settings beyond address, data and owner's token
    public static ServerProcess in(Path directory, String... settings) {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new ServerProcess(directory, List.of(settings), free.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where its data are.
    public Path data() {
        return directory.resolve("data");
    }

    /// Returns when it is ready.
    public void start() {
        launch();
        Await.until("the server answers", PATIENCE, this::isReady);
    }

    /// Returns at once.
    public void launch() {
        // Made for a short life: compiled a little, collected simply.
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ServerMain.class.getName(),
                "--server.host=127.0.0.1",
                "--server.port=" + port,
                "--server.mdns=false",
                "--data.dir=" + data(),
                "--admin.token=" + TOKEN));
        command.addAll(List.of(TestDatabase.arguments(data(), settings.stream())));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private File output() {
        return directory.resolve("output.txt").toFile();
    }

    public boolean isReady() {
        assertThat(running().isAlive()).as("the server runs, see " + output()).isTrue();
        try {
            return new Wire(port).send("GET /health/ready").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("it was not started");
        }
        return process;
    }

    /// What it has started that runs now.
    public List<ProcessHandle> descendants() {
        return running().descendants().toList();
    }

    /// As the owner.
    public Wire.Answer send(String line) throws IOException {
        return new Wire(port).send(line, OWNER);
    }

    /// As the owner.
    public Wire.Answer send(String line, String json) throws IOException {
        return new Wire(port).sendJson(line, json, OWNER);
    }

    /// As the power would fail it.
    public void kill() {
        try {
            assertThat(running().destroyForcibly().waitFor(20, TimeUnit.SECONDS))
                    .as("it is gone")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}
