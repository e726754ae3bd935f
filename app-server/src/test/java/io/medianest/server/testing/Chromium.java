package io.medianest.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.medianest.model.api.Json;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A headless Chromium, driven over its DevTools protocol. Thread-safe.
public final class Chromium implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final List<String> NAMES = List.of(
            "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "msedge.exe");
    private static final List<String> PLACES = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket line;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, List<String>> complaints = new ConcurrentHashMap<>();

    private Chromium(Process process, URI address) {
        this.process = process;
        this.line = http.newWebSocketBuilder()
                .buildAsync(address, new Listener())
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /// Starts one.
    ///
    /// @param profile an empty directory
    public static Chromium start(Path profile) {
        try {
            // Without a sandbox, since tests may run as root; it sees no page but ours.
            var process = new ProcessBuilder(
                            program().toString(),
                            "--headless=new",
                            "--no-sandbox",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + profile,
                            "--no-first-run",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--hide-scrollbars",
                            "about:blank")
                    .redirectErrorStream(true)
                    .start();
            return new Chromium(process, address(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path program() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("").split(Pattern.quote(File.pathSeparator));
        var onPath = NAMES.stream().flatMap(name -> Stream.of(path).map(folder -> Path.of(folder, name)));
        return Stream.concat(
                        Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
                                .map(Path::of),
                        onPath)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "The page for phones is tested in Chromium or Chrome, which is not here: install it"
                                + " (Debian: apt install chromium), or say where it is with CHROMIUM=/path/to/it"));
    }

    private static URI address(Process process) throws IOException {
        var reader = process.inputReader(StandardCharsets.UTF_8);
        for (var said = reader.readLine(); said != null; said = reader.readLine()) {
            var match = LISTENING.matcher(said);
            if (match.find()) {
                // What it says further must be read, or it stops when nobody does.
                Thread.ofVirtual().start(() -> reader.lines().forEach(ignored -> {}));
                return URI.create(match.group(1));
            }
        }
        throw new AssertionError("Chromium ended before it listened");
    }

    /// Opens a page as a device that nobody has used yet: without cookies of another.
    public BrowserTab open(String url, Look look) {
        var context = ask("", "Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asText();
        var target = ask("", "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .path("targetId")
                .asText();
        var session = ask("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        complaints.put(session, new ArrayList<>());
        var tab = new BrowserTab(this, session);
        tab.begin(url, look);
        return tab;
    }

    /// How a device looks at pages.
    ///
    /// @param theme `dark` or `light`
    /// @param language for example `de-DE`
    public record Look(int width, int height, String theme, String language) {
        public static Look phone(String theme, String language) {
            return new Look(390, 844, theme, language);
        }

        public static Look tablet(String theme, String language) {
            return new Look(1024, 768, theme, language);
        }
    }

    /// Sends a command and waits for its reply.
    JsonNode ask(String session, String method, Map<String, ?> parameters) {
        int id = lastId.incrementAndGet();
        var reply = new CompletableFuture<JsonNode>();
        asked.put(id, reply);
        ObjectNode command = Json.strict().createObjectNode().put("id", id).put("method", method);
        command.set("params", Json.strict().valueToTree(parameters));
        if (!session.isEmpty()) {
            command.put("sessionId", session);
        }
        synchronized (line) {
            line.sendText(command.toString(), true).join();
        }
        return reply.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /// What the browser had against a page: uncaught errors, and what its policy forbids.
    List<String> complaints(String session) {
        return List.copyOf(complaints.getOrDefault(session, List.of()));
    }

    private void received(JsonNode message) {
        var reply = message.has("id") ? asked.remove(message.path("id").asInt()) : null;
        if (reply == null) {
            note(message);
        } else if (message.has("error")) {
            reply.completeExceptionally(new AssertionError(message.path("error").toString()));
        } else {
            reply.complete(message.path("result"));
        }
    }

    private void note(JsonNode event) {
        var parameters = event.path("params");
        var entry = parameters.path("entry");
        var said = switch (event.path("method").asText()) {
            case "Runtime.exceptionThrown" ->
                parameters.path("exceptionDetails").toString();
            case "Log.entryAdded" ->
                entry.path("source").asText().equals("network")
                        ? null
                        : entry.path("text").asText();
            default -> null;
        };
        var list = complaints.get(event.path("sessionId").asText());
        if (said != null && list != null) {
            list.add(said);
        }
    }

    @Override
    public void close() {
        line.abort();
        http.shutdownNow();
        process.destroy();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                var whole = text.toString();
                text.setLength(0);
                try {
                    received(Json.strict().readTree(whole));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            socket.request(1);
            return null;
        }
    }
}
