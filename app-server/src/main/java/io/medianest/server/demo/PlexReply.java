package io.medianest.server.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A Plex server's answers: JSON for those who ask for it, XML for all others.
final class PlexReply {
    private PlexReply() {}

    static Reply container(Call call, Fields container) {
        if (call.header("Accept").orElse("").contains("application/json")) {
            return Reply.json(Fields.of("MediaContainer", container));
        }
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        element(xml, "MediaContainer", container.values());
        return Reply.text(200, "text/xml", xml.toString());
    }

    static Reply page(int status, String title) {
        return Reply.html(
                status,
                "<html><head><title>%s</title></head><body><h1>%d %s</h1></body></html>"
                        .formatted(title, status, title));
    }

    private static void element(StringBuilder xml, String name, Map<String, @Nullable Object> values) {
        xml.append('<').append(name);
        values.forEach((key, value) -> {
            if (value != null && !(value instanceof List<?>)) {
                xml.append(' ').append(key).append("=\"").append(escaped(value)).append('"');
            }
        });
        xml.append(">\n");
        values.forEach((key, value) -> {
            if (value instanceof List<?> children) {
                children.forEach(child -> child(xml, key, child));
            }
        });
        xml.append("</").append(name).append(">\n");
    }

    private static void child(StringBuilder xml, String name, Object child) {
        if (child instanceof Fields fields) {
            element(xml, name, fields.values());
        }
    }

    private static String escaped(Object value) {
        return value.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
