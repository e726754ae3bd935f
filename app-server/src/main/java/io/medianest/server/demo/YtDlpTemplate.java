package io.medianest.server.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.medianest.model.api.Json;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// yt-dlp's `%(field)s` templates: plain fields, `%(a.b)j`, `%(.{a,b})j` and dates such as `%(upload_date>%Y)s`.
final class YtDlpTemplate {
    private static final Pattern FIELD = Pattern.compile(
            "%\\((?<path>[a-z_.]*)(?:\\{(?<keys>[^}]*)})?(?:>(?<date>[^)|]*))?(?:\\|(?<fallback>[^)]*))?\\)"
                    + "(?<width>[\\d.]*)(?<kind>[sdSBj])");
    private static final ObjectMapper MAPPER = Json.strict();

    private final String template;

    YtDlpTemplate(String template) {
        this.template = template;
    }

    /// For printing.
    String fill(JsonNode info) {
        return FIELD.matcher(template).replaceAll(field -> quoted(value(field, info)));
    }

    /// For a path: what a field holds cannot leave its directory.
    String fillPath(JsonNode info) {
        return FIELD.matcher(template)
                .replaceAll(field -> quoted(
                        value(field, info).replace('/', '⧸').replace('\\', '⧹').replaceAll("[:*?\"<>|]", "_")));
    }

    private static String value(MatchResult field, JsonNode info) {
        var node = select(field, info);
        if (field.group("kind").equals("j")) {
            return node.isMissingNode() || node.isNull() ? "\"NA\"" : json(node);
        }
        if (node.isMissingNode() || node.isNull()) {
            return field.group("fallback") == null ? "NA" : field.group("fallback");
        }
        return field.group("date") == null ? node.asText() : date(node.asText(), field.group("date"));
    }

    private static JsonNode select(MatchResult field, JsonNode info) {
        var node = info;
        for (var name : field.group("path").split("\\.", -1)) {
            node = name.isEmpty() ? node : node.path(name);
        }
        if (field.group("keys") == null) {
            return node;
        }
        ObjectNode chosen = MAPPER.createObjectNode();
        for (var key : field.group("keys").split(",", -1)) {
            if (node.hasNonNull(key)) {
                chosen.set(key, node.get(key));
            }
        }
        return chosen;
    }

    private static String json(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON cannot be written", e);
        }
    }

    private static String date(String yyyymmdd, String format) {
        return format.replace("%Y", yyyymmdd.substring(0, 4))
                .replace("%m", yyyymmdd.substring(4, 6))
                .replace("%d", yyyymmdd.substring(6, 8));
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }
}
