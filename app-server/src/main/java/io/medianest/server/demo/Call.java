package io.medianest.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.medianest.model.api.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One request to a stand-in, read in full.
///
/// @param path decoded, without the query
/// @param rawQuery still percent-encoded, empty when there is none
/// @param headers by their names in lower case
/// @param params what the route's `{…}` segments stand for
record Call(
        String method,
        String path,
        String rawQuery,
        Map<String, String> headers,
        String body,
        Map<String, String> params) {

    Call with(Map<String, String> captured) {
        return new Call(method, path, rawQuery, headers, body, captured);
    }

    String param(String name) {
        return params.getOrDefault(name, "");
    }

    /// A path segment as a number; -1, which nothing has, when it is none.
    int id(String name) {
        return number(Optional.of(param(name)), -1);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(queryParameters().get(name));
    }

    int queryNumber(String name, int fallback) {
        return number(query(name), fallback);
    }

    /// All query parameters, decoded; of a repeated one the last.
    Map<String, String> queryParameters() {
        return pairs(rawQuery, true);
    }

    /// As [#queryParameters], but the values as they were sent.
    Map<String, String> rawQueryParameters() {
        return pairs(rawQuery, false);
    }

    /// The body as JSON; a missing node when it is none.
    JsonNode json() {
        try {
            return body.isBlank() ? MissingNode.getInstance() : Json.strict().readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static Map<String, String> pairs(String rawQuery, boolean decodedValues) {
        var pairs = new LinkedHashMap<String, String>();
        for (var part : rawQuery.split("&", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            int equals = part.indexOf('=');
            var name = equals < 0 ? part : part.substring(0, equals);
            var value = equals < 0 ? "" : part.substring(equals + 1);
            pairs.put(decode(name), decodedValues ? decode(value) : value);
        }
        return pairs;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static int number(Optional<String> text, int fallback) {
        try {
            return text.map(Integer::parseInt).orElse(fallback);
        } catch (NumberFormatException e) {
            return fallback;
        }
    }
}
