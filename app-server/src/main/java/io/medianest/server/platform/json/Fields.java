package io.medianest.server.platform.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The fields of a JSON object that somebody else wrote. Whatever is missing, null, blank or of the wrong
/// kind reads as absent, numbers and truth values also from text: one odd field never costs the whole reply.
///
/// @param spelling how the names that are asked for are spelled in the object
public record Fields(JsonNode node, Spelling spelling) {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern HUMP = Pattern.compile("[A-Z]");
    private static final Set<String> YES = Set.of("1", "true", "yes");

    /// An object whose names are spelled as they are asked for.
    public Fields(JsonNode node) {
        this(node, Spelling.AS_ASKED);
    }

    /// How names are spelled.
    public enum Spelling {
        AS_ASKED,
        /// `posterPath` is asked for, `poster_path` is read.
        SNAKE_CASE
    }

    /// The same object, and what is inside it, read as another spelling.
    public Fields spelled(Spelling other) {
        return new Fields(node, other);
    }

    private JsonNode path(String name) {
        return switch (spelling) {
            case AS_ASKED -> node.path(name);
            case SNAKE_CASE ->
                node.path(
                        HUMP.matcher(name).replaceAll(hump -> "_" + hump.group().toLowerCase(Locale.ROOT)));
        };
    }

    /// @throws IOException when it is not JSON
    public static Fields parse(byte[] json) throws IOException {
        try {
            var node = MAPPER.readTree(json);
            return new Fields(node == null ? MissingNode.getInstance() : node);
        } catch (JacksonException e) {
            // Without the original: its text quotes the document.
            throw new IOException("not JSON: " + e.getClass().getSimpleName());
        }
    }

    /// An object inside; one without fields where there is none.
    public Fields at(String name) {
        return new Fields(path(name), spelling);
    }

    public boolean has(String name) {
        return !path(name).isNull() && !path(name).isMissingNode();
    }

    /// The objects or values of a list; empty where there is none.
    public List<Fields> list(String name) {
        return at(name).elements();
    }

    /// The elements where this itself is a list.
    public List<Fields> elements() {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(element -> new Fields(element, spelling))
                        .toList()
                : List.of();
    }

    /// Text or number as text.
    public @Nullable String text(String name) {
        var value = path(name);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? value.asText().strip()
                : null;
    }

    public String text(String name, String otherwise) {
        var text = text(name);
        return text == null ? otherwise : text;
    }

    public @Nullable Long whole(String name) {
        var number = decimal(name);
        return number == null ? null : number.longValue();
    }

    public long whole(String name, long otherwise) {
        var number = whole(name);
        return number == null ? otherwise : number;
    }

    public @Nullable Integer integer(String name) {
        var number = whole(name);
        return number == null || number.intValue() != number ? null : number.intValue();
    }

    public int integer(String name, int otherwise) {
        var number = integer(name);
        return number == null ? otherwise : number;
    }

    public @Nullable Double decimal(String name) {
        var value = path(name);
        if (value.isNumber()) {
            return value.doubleValue();
        }
        var text = value.isTextual() ? value.asText().strip() : "";
        try {
            return text.isEmpty() ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /// True for true, 1 and their texts; false for everything else.
    public boolean flag(String name) {
        var text = text(name);
        return text != null && YES.contains(text.toLowerCase(Locale.ROOT));
    }

    /// A day such as `1999-03-31`, also at the head of a longer time.
    public @Nullable LocalDate date(String name) {
        var text = text(name);
        try {
            return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// A time in ISO-8601.
    public @Nullable Instant time(String name) {
        var text = text(name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// A time in seconds since 1970.
    public @Nullable Instant epoch(String name) {
        var seconds = whole(name);
        return seconds == null || seconds <= 0 || seconds > Instant.MAX.getEpochSecond()
                ? null
                : Instant.ofEpochSecond(seconds);
    }
}
