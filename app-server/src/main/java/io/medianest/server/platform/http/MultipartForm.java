package io.medianest.server.platform.http;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A form as browsers and webhooks send it, `multipart/form-data`. Its files are passed over.
public final class MultipartForm {
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)multipart/form-data\\s*;.*?boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70})).*");
    private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)[;\\s]filename\\*?=");
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Map<String, String> fields;

    private MultipartForm(Map<String, String> fields) {
        this.fields = fields;
    }

    /// @throws MediaNestException `UNSUPPORTED_MEDIA_TYPE` when it is none, `MALFORMED_REQUEST` when it breaks off
    static MultipartForm parse(@Nullable String contentType, byte[] body) {
        var type = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!type.matches()) {
            throw new MediaNestException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as multipart/form-data", "Content-Type");
        }
        var boundary = type.group(1) == null ? type.group(2) : type.group(1);
        // A character for each byte: the parts may be anything, and are only told apart here.
        var text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
        var parts = text.split(Pattern.quote("\r\n--" + boundary), -1);
        if (parts.length < 3 || !parts[parts.length - 1].startsWith("--")) {
            throw malformed();
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 1; i < parts.length - 1; i++) {
            read(parts[i], fields);
        }
        return new MultipartForm(fields);
    }

    private static void read(String part, Map<String, String> fields) {
        int head = part.indexOf(END_OF_HEAD);
        if (head < 0) {
            throw malformed();
        }
        var headers = part.substring(0, head);
        var name = NAME.matcher(headers);
        if (name.find() && !FILE.matcher(headers).find()) {
            var content = part.substring(head + END_OF_HEAD.length());
            fields.putIfAbsent(
                    name.group(1), new String(content.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        }
    }

    private static MediaNestException malformed() {
        return new MediaNestException(ErrorCode.MALFORMED_REQUEST, "The form breaks off");
    }

    /// The text of a field; of several with the same name the first.
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
