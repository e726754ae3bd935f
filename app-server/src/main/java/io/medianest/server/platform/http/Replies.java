package io.medianest.server.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.medianest.model.api.Json;
import io.medianest.server.platform.cache.KeptFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;

/// How bytes leave: compressed when asked for, not at all when the client has them.
final class Replies {
    static final String JSON = "application/json";

    /// What a reply depends on beside its address.
    static final String VARY = "Accept-Encoding, Origin";

    private static final Pattern GZIP =
            Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))", Pattern.CASE_INSENSITIVE);
    private static final int WORTH_COMPRESSING = 1024;

    private Replies() {}

    static byte[] write(Object value) {
        try {
            return Json.strict().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass(), e);
        }
    }

    static void sendWithTag(Patience patience, ServerRequest in, ServerResponse out, byte[] body, String contentType) {
        if (!isKnown(patience, in, out, tag(body))) {
            send(patience, in, out, body, contentType);
        }
    }

    /// A file of a name has one content, wherefore its name is its tag. Pictures are compressed already.
    static void sendWithTag(
            Patience patience, ServerRequest in, ServerResponse out, KeptFile file, String contentType) {
        if (isKnown(patience, in, out, "\"" + file.name() + "\"")) {
            return;
        }
        out.header(HeaderNames.CONTENT_TYPE, contentType);
        out.header(HeaderNames.VARY, VARY);
        out.header(HeaderNames.CONTENT_LENGTH, Long.toString(file.size()));
        if (in.prologue().method().equals(Method.HEAD)) {
            speak(patience, 0, out::send);
            return;
        }
        speak(patience, file.size(), () -> write(file, out));
    }

    private static void write(KeptFile file, ServerResponse out) throws IOException {
        try (var body = out.outputStream()) {
            file.writeTo(body);
        }
    }

    /// Tells the tag, and sends 304 when the client has that very reply already.
    private static boolean isKnown(Patience patience, ServerRequest in, ServerResponse out, String tag) {
        out.header(HeaderNames.ETAG, tag);
        boolean known = in.headers()
                .first(HeaderNames.IF_NONE_MATCH)
                .filter(tags -> names(tags, tag))
                .isPresent();
        if (known) {
            out.header(UntoldLength.OF_304);
            speak(patience, 0, out.status(Status.NOT_MODIFIED_304)::send);
        }
        return known;
    }

    /// Whether `If-None-Match` names a tag. It may be a list, and lose its weakness on the way.
    static boolean names(String ifNoneMatch, String tag) {
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .anyMatch(known -> known.equals("*") || known.equals(tag) || ("W/" + known).equals(tag));
    }

    /// @throws io.helidon.webserver.CloseConnectionException when the client does not take it in time
    static void send(Patience patience, ServerRequest in, ServerResponse out, byte[] body, String contentType) {
        out.header(HeaderNames.CONTENT_TYPE, contentType);
        out.header(HeaderNames.VARY, VARY);
        if (body.length >= WORTH_COMPRESSING && !contentType.startsWith("image/") && acceptsGzip(in)) {
            out.header(HeaderValues.create(HeaderNames.CONTENT_ENCODING, "gzip"));
            deliver(patience, in, out, gzip(body));
            return;
        }
        deliver(patience, in, out, body);
    }

    /// `HEAD` is told all but the body itself, which the next reply on the connection would be taken for.
    private static void deliver(Patience patience, ServerRequest in, ServerResponse out, byte[] body) {
        if (in.prologue().method().equals(Method.HEAD)) {
            out.header(HeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
            speak(patience, 0, out::send);
            return;
        }
        speak(patience, body.length, () -> out.send(body));
    }

    private static void speak(Patience patience, long bytes, Patience.Writing writing) {
        try {
            patience.speak(bytes, writing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean acceptsGzip(ServerRequest in) {
        return in.headers()
                .first(HeaderNames.ACCEPT_ENCODING)
                .filter(Replies::takesGzip)
                .isPresent();
    }

    /// Whether `Accept-Encoding` lists gzip, and not with a quality of nothing.
    static boolean takesGzip(String acceptEncoding) {
        return GZIP.matcher(acceptEncoding).find();
    }

    private static byte[] gzip(byte[] body) {
        var compressed = new ByteArrayOutputStream(body.length / 3);
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static String tag(byte[] body) {
        var crc = new CRC32C();
        crc.update(body);
        return "W/\"" + HexFormat.of().toHexDigits((int) crc.getValue()) + "-" + Integer.toHexString(body.length)
                + "\"";
    }
}
