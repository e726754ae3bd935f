package io.medianest.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.model.api.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// Speaks HTTP/1.1 byte by byte, so that it can also speak it badly. A connection for each request. Thread-safe.
///
/// @param port on the loopback address
public record Wire(int port) {
    private static final int TIMEOUT_MILLIS = 60_000;

    private static final String INTERIM = "^HTTP/1\\.1 100 [^\r]*\r\n(?:[^\r]+\r\n)*\r\n";

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    /// Sends a request without a body.
    ///
    /// @param line for example `GET /health`
    /// @param headers whole lines, for example `Accept: text/html`
    public Answer send(String line, String... headers) throws IOException {
        return raw(head(line, headers) + "\r\n");
    }

    /// Sends a request with a JSON body.
    public Answer sendJson(String line, String json, String... headers) throws IOException {
        return sendBody(line, json.getBytes(StandardCharsets.UTF_8), "application/json", headers);
    }

    /// Sends a request with any body.
    public Answer sendBody(String line, byte[] body, String contentType, String... headers) throws IOException {
        var head = head(line, headers) + "Content-Type: " + contentType + "\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return raw(bytes.toByteArray());
    }

    /// Sends a request whose body comes in chunks, so that nobody knows its length beforehand.
    public Answer sendChunked(String line, byte[] body, String... headers) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((head(line, headers) + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        for (int from = 0; from < body.length; from += 8192) {
            int length = Math.min(8192, body.length - from);
            bytes.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            bytes.write(body, from, length);
            bytes.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        bytes.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return raw(bytes.toByteArray());
    }

    private static String head(String line, String... headers) {
        var head = new StringBuilder(line).append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        return head.toString();
    }

    /// Sends a text as it is.
    public Answer raw(String text) throws IOException {
        return raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Sends bytes as they are and then nothing more, so that nobody waits for what they announced. Interim replies are
    /// passed over.
    ///
    /// @return status 0 when the server has nothing to say to it
    public Answer lastWord(byte[] bytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            var writer = Thread.ofVirtual().start(() -> {
                write(socket, bytes);
                endOutput(socket);
            });
            var text = readToEnd(socket).toString(StandardCharsets.ISO_8859_1);
            socket.close();
            writer.join();
            return Answer.of(text.replaceFirst(INTERIM, "").getBytes(StandardCharsets.ISO_8859_1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void endOutput(Socket socket) {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            // The server has hung up already.
        }
    }

    private static ByteArrayOutputStream readToEnd(Socket socket) throws IOException {
        var all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketException e) {
            // Hung up on in the middle of what it did not want to hear; what was said before counts.
        }
        return all;
    }

    /// Sends bytes as they are, and reads one reply, or what comes until the server hangs up.
    public Answer raw(byte[] bytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            var writer = Thread.ofVirtual().start(() -> write(socket, bytes));
            var answer = Answer.of(readAll(socket, startsWith(bytes, "HEAD ")));
            socket.close();
            writer.join();
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            // The server has heard enough: what it says is read elsewhere.
        }
    }

    private static boolean startsWith(byte[] bytes, String start) {
        return new String(bytes, 0, Math.min(bytes.length, start.length()), StandardCharsets.ISO_8859_1).equals(start);
    }

    private static byte[] readAll(Socket socket, boolean headersOnly) throws IOException {
        var all = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        try {
            while (!isWhole(all, headersOnly)) {
                int read = socket.getInputStream().read(buffer);
                if (read < 0) {
                    break;
                }
                all.write(buffer, 0, read);
            }
        } catch (SocketException e) {
            // Hung up on in the middle of what it did not want to hear; what was said before counts.
        }
        return all.toByteArray();
    }

    private static boolean isWhole(ByteArrayOutputStream bytes, boolean headersOnly) {
        var text = bytes.toString(StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        if (headersOnly) {
            return true;
        }
        var length = LENGTH.matcher(text.substring(0, end));
        return length.find()
                ? text.length() >= end + 4 + Integer.parseInt(length.group(1))
                : text.startsWith("HTTP/1.1 304") || text.endsWith("0\r\n\r\n");
    }

    /// What came back; status 0 when nothing did.
    ///
    /// @param body a character for each byte
    public record Answer(int status, Map<String, String> headers, String body) {
        static Answer of(byte[] bytes) throws IOException {
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return new Answer(0, Map.of(), text);
            }
            var lines = text.substring(0, end).split("\r\n", -1);
            var headers = new TreeMap<String, String>();
            for (int i = 1; i < lines.length; i++) {
                var parts = lines[i].split(":", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
            }
            var body = text.substring(end + 4);
            var length = headers.get("content-length");
            if (length != null) {
                body = body.substring(0, Math.min(body.length(), Integer.parseInt(length)));
            }
            if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
                body = dechunked(body);
            }
            return new Answer(Integer.parseInt(lines[0].split(" ", 3)[1]), headers, body);
        }

        private static String dechunked(String chunks) {
            var body = new StringBuilder();
            int at = 0;
            while (true) {
                int lineEnd = chunks.indexOf("\r\n", at);
                int length = Integer.parseInt(chunks.substring(at, lineEnd).strip(), 16);
                if (length == 0) {
                    return body.toString();
                }
                body.append(chunks, lineEnd + 2, lineEnd + 2 + length);
                at = lineEnd + 2 + length + 2;
            }
        }

        /// A header, or an empty text.
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        private byte[] bytes() {
            return body.getBytes(StandardCharsets.ISO_8859_1);
        }

        public String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        public JsonNode json() throws IOException {
            return header("Content-Encoding").equals("gzip")
                    ? unzipped()
                    : Json.strict().readTree(bytes());
        }

        public JsonNode unzipped() throws IOException {
            try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes()))) {
                return Json.strict().readTree(in);
            }
        }

        /// Status and code of an error, its details if there are any: `400 VALIDATION_ERROR page`.
        public String error() throws IOException {
            var error = json().path("error");
            return status + " " + error.path("code").asText()
                    + (error.has("details") ? " " + error.path("details").asText() : "");
        }
    }
}
