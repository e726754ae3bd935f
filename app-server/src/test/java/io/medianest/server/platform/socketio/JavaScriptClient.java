package io.medianest.server.platform.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The unmodified `socket.io-client` of npm in a Node.js process of its own. `src/test/resources/node` holds what
/// drives it and says which version; the build installs it.
public final class JavaScriptClient implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;
    private static final String MISSING = """
            The JavaScript client is not installed. With Node.js 18 or later and npm on the PATH, run
              ./mvnw -pl shared-model,app-server process-test-classes
            once while the package registry can be reached; on Debian: apt-get install nodejs npm""";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Writer commands;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> upgraded = new CompletableFuture<>();

    private JavaScriptClient(Process process) {
        this.process = process;
        this.commands = process.outputWriter();
    }

    /// What the client heard; bytes are `{"$bytes": "Base64"}`.
    public record Heard(String event, List<JsonNode> args) {
        public JsonNode arg() {
            return args.getFirst();
        }
    }

    /// @param options of the client, as its documentation names them
    /// @param token goes into the auth payload
    public static JavaScriptClient start(URI address, Map<String, ?> options, String token) {
        var script = script();
        if (!Files.exists(script.resolveSibling("node_modules/socket.io-client/package.json"))) {
            throw new AssertionError(MISSING);
        }
        try {
            var arguments =
                    JSON.writeValueAsString(Map.of("address", address.toString(), "options", options, "token", token));
            var client = new JavaScriptClient(new ProcessBuilder("node", script.toString(), arguments)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
            Thread.ofVirtual().name("javascript-client").start(client::listen);
            return client;
        } catch (IOException e) {
            throw new AssertionError(MISSING, e);
        }
    }

    private static Path script() {
        URL resource = JavaScriptClient.class.getResource("/node/client.js");
        try {
            return Path.of(Objects.requireNonNull(resource).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                var said = JSON.readTree(line);
                hear(new Heard(
                        said.get("event").textValue(),
                        said.get("args").valueStream().toList()));
            }
        } catch (IOException e) {
            // closed while it was listened to
        }
    }

    private void hear(Heard said) {
        if (said.event().equals("upgrade")) {
            upgraded.complete(said.arg().textValue());
        } else {
            heard.add(said);
        }
    }

    /// The transport that the client has changed to.
    public String upgraded() {
        return upgraded.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /// Everything heard and not yet taken, in order, but for upgrades, which may come at any time.
    public BlockingQueue<Heard> heard() {
        return heard;
    }

    /// The next thing heard, whatever it is.
    public Heard next() throws InterruptedException {
        var next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("something within %d s", PATIENCE_SECONDS).isNotNull();
        return next;
    }

    /// Emits an event.
    public void emit(Object... args) throws IOException {
        command("emit", args);
    }

    /// Emits an event and asks for an acknowledgement, which is heard as `answer`.
    public void ask(Object... args) throws IOException {
        command("ask", args);
    }

    public void disconnect() throws IOException {
        command("disconnect");
    }

    /// Bytes, to be sent.
    public static Map<String, String> bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return Map.of("$bytes", Base64.getEncoder().encodeToString(bytes));
    }

    private void command(String command, Object... args) throws IOException {
        commands.write(JSON.writeValueAsString(Map.of("command", command, "args", args)) + "\n");
        commands.flush();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
