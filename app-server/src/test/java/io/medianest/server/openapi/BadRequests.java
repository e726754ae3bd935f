package io.medianest.server.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.openapi.ApiDescription.Operation;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes requests that hardly anybody would send on purpose: operations of the API with odd paths, parameters, headers
/// and bodies. The same seed makes the same requests. Used by one thread.
public final class BadRequests {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^/]+)}");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW", "get", "G\u00e4T", "");
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e999",
            "NaN",
            "null",
            "undefined",
            "true",
            "99999999999999999999",
            "..",
            "../../../etc/passwd",
            "..\\..\\windows",
            "'; DROP TABLE media_request; --",
            "<script>alert(1)</script>",
            "${jndi:ldap://x/y}",
            "%s%s%n",
            "\u0000",
            "a\u0000b",
            "\u00e4\u00f6\u00fc",
            "\ud83c\udfac",
            "\u202e\u200b",
            "[]",
            "{}",
            "a,b;c=d&e",
            "http://169.254.169.254/latest",
            "file:///etc/passwd");
    private static final List<String> RAW = List.of(
            "%",
            "%z", "%zz", "%0", "%00", "%c0%af", "%ff", "%2e%2e%2f", "%252e", "%u0041", "+", "//", "/./", ";a=b", "#x");
    private static final List<String> HEADERS = List.of(
            "Content-Length: -1",
            "Content-Length: 5, 6",
            "Content-Length: many",
            "Content-Length: 99999999999999999999",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip",
            "Transfer-Encoding: chunked, chunked",
            "Content-Encoding: br",
            "Expect: 100-continue",
            "Expect: miracles",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Connection: close, keep-alive",
            "Host: other.example",
            "Host: [::1",
            "Accept: text/html",
            "Accept-Encoding: gzip;q=x, *",
            "If-None-Match: *",
            "If-None-Match: \"",
            "Range: bytes=5-1",
            "Origin: null",
            "Origin: http://evil.example",
            "Cookie: medianest_session=x; medianest_session=y",
            "Cookie: ;;=;=;",
            "Cookie: medianest_csrf=\u00ff",
            "X-CSRF-Token: x",
            "X-Correlation-Id: <b>",
            "X-Forwarded-For: 1.2.3.4, x",
            "Authorization: Bearer",
            "Authorization: Bearer a.b.c",
            "Authorization: Basic !!!",
            "Authorization: \u0001",
            "NoColon",
            ": empty",
            "Sp ace: x",
            " Folded: x",
            "Null: \u0000");
    private static final int SELDOM_PERCENT = 15;
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "APPLICATION/JSON",
            "text/plain",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            "/",
            "",
            "\u00e4");

    private final Random random;
    private final List<Operation> operations;
    private final Set<String> seldom;
    private final Set<String> tried = new HashSet<>();
    private final List<String> credentials;

    /// @param seldom the names of operations that come up more seldom than the others
    /// @param credentials headers of people who may do something
    public BadRequests(long seed, List<Operation> operations, Set<String> seldom, List<String> credentials) {
        this.random = new Random(seed);
        this.operations = operations;
        this.seldom = seldom;
        this.credentials = credentials;
    }

    /// @param operation what it was made from; it need not be one of this operation any more
    /// @param proper whether method and path are still the operation's
    /// @param text a character for each byte
    public record Attempt(Operation operation, boolean proper, String text) {
        public byte[] bytes() {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }

        /// Whether its headers come to an end.
        public boolean isWhole() {
            return text.contains("\r\n\r\n");
        }

        public boolean isHead() {
            return text.startsWith("HEAD ");
        }
    }

    public Attempt next() {
        var operation = operation();
        boolean proper = chance(70);
        var method = proper || chance(50) ? operation.method() : any(METHODS);
        var path = PARAMETER
                .matcher(operation.path())
                .replaceAll(found -> proper ? "x" + random.nextInt(100) : Matcher.quoteReplacement(odd()));
        var base = chance(80) ? "/api/v1" : "";
        var tail = proper ? "" : any(List.of("", "", "/", "//", "?", any(RAW)));
        var line = method + " " + base + path + tail + query(operation) + " " + version(proper);
        return new Attempt(operation, proper, new String(bytes(line, body(operation)), StandardCharsets.ISO_8859_1));
    }

    private Operation operation() {
        var operation = any(operations);
        while (seldom.contains(operation.name()) && !chance(SELDOM_PERCENT)) {
            operation = any(operations);
        }
        tried.add(operation.name());
        return operation;
    }

    /// The names of the operations that requests were made from so far.
    public Set<String> tried() {
        return Set.copyOf(tried);
    }

    private String version(boolean proper) {
        return proper || chance(80)
                ? "HTTP/1.1"
                : any(List.of("HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "HTTP", "http/1.1", ""));
    }

    private String odd() {
        return chance(50) ? any(RAW) : URLEncoder.encode(text(), StandardCharsets.UTF_8);
    }

    private String text() {
        return chance(90) ? any(TEXTS) : any(TEXTS).concat("x").repeat(1 + random.nextInt(400));
    }

    private String query(Operation operation) {
        var names = new ArrayList<>(operation.queryParameters());
        names.add("nonsense");
        var pairs = new ArrayList<String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            pairs.add(any(names) + any(List.of("=", "=", "=", "", "==", "&")) + odd());
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private byte[] bytes(String line, byte[] body) {
        var head = new StringBuilder(line).append("\r\n");
        if (chance(95)) {
            head.append("Host: localhost\r\n");
        }
        if (chance(60)) {
            head.append(any(credentials)).append("\r\n");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            head.append(any(HEADERS)).append("\r\n");
        }
        if (body.length > 0) {
            head.append("Content-Type: ")
                    .append(chance(70) ? TYPES.getFirst() : any(TYPES))
                    .append("\r\n");
            head.append("Content-Length: ")
                    .append(chance(90) ? body.length : random.nextInt(2 * body.length))
                    .append("\r\n");
        }
        if (chance(2)) {
            head.append("X-Long: ").append("x".repeat(random.nextInt(40_000))).append("\r\n");
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return chance(3) ? Arrays.copyOf(bytes.toByteArray(), random.nextInt(bytes.size())) : bytes.toByteArray();
    }

    private byte[] body(Operation operation) {
        var example = operation.requestBody().at("/content/application~1json/example");
        if (!chance(example.isMissingNode() ? 15 : 85)) {
            return new byte[0];
        }
        List<Function<JsonNode, byte[]>> kinds =
                List.of(this::wrongValues, this::wrongValues, this::wrongValues, this::broken, this::noise, this::odd);
        return any(kinds).apply(example);
    }

    /// The example with some values replaced by others.
    private byte[] wrongValues(JsonNode example) {
        return example.properties().stream()
                .map(field -> "\"%s\":%s".formatted(field.getKey(), chance(50) ? field.getValue() : value()))
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String value() {
        return switch (random.nextInt(7)) {
            case 0 -> "null";
            case 1 -> Long.toString(random.nextLong());
            case 2 -> random.nextDouble() + "e" + random.nextInt(400);
            case 3 -> "[" + "[".repeat(random.nextInt(50)) + "]".repeat(random.nextInt(50)) + "]";
            case 4 -> "{\"a\":{\"b\":[1,2,{}]}}";
            case 5 -> "\"" + text().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            default -> Boolean.toString(random.nextBoolean());
        };
    }

    private byte[] broken(JsonNode example) {
        var bytes = (example.isMissingNode() ? "{\"a\":\"b\"}" : example.toString()).getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
    }

    private byte[] noise(JsonNode example) {
        var bytes = new byte[1 + random.nextInt(chance(2) ? 1_200_000 : 300)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] odd(JsonNode example) {
        return any(List.of(
                        "null",
                        "[]",
                        "42",
                        "\"x\"",
                        "{}{}",
                        "[".repeat(5_000),
                        "{\"a\":".repeat(2_000),
                        "<xml/>",
                        "a=b&c=d"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
