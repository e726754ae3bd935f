package io.medianest.server.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.medianest.model.api.Json;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a stand-in answers. Immutable, as long as nobody writes into the body.
final class Reply {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Reply(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    static Reply json(int status, Object body) {
        try {
            return of(status, "application/json; charset=utf-8", Json.strict().writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A stand-in's answer cannot be written", e);
        }
    }

    static Reply json(Object body) {
        return json(200, body);
    }

    static Reply text(int status, String contentType, String body) {
        return of(status, contentType + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply html(int status, String body) {
        return text(status, "text/html", body);
    }

    static Reply picture(byte[] jpeg) {
        return of(200, "image/jpeg", jpeg).with("Cache-Control", "public, max-age=31536000");
    }

    static Reply empty(int status) {
        return new Reply(status, Map.of(), new byte[0]);
    }

    private static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, Map.of("Content-Type", contentType), body);
    }

    /// The same with one more header.
    Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
