package io.medianest.server.platform.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;

/// How bytes leave: compressed when asked for, not at all when the client has them.
final class Replies {
    static final String JSON = "application/json";

    private static final int WORTH_COMPRESSING = 1024;

    private Replies() {}

    static void sendWithTag(ServerRequest in, ServerResponse out, byte[] body, String contentType) {
        var tag = tag(body);
        out.header(HeaderNames.ETAG, tag);
        if (in.headers().first(HeaderNames.IF_NONE_MATCH).filter(tag::equals).isPresent()) {
            out.status(Status.NOT_MODIFIED_304).send();
            return;
        }
        send(in, out, body, contentType);
    }

    static void send(ServerRequest in, ServerResponse out, byte[] body, String contentType) {
        out.header(HeaderNames.CONTENT_TYPE, contentType);
        out.header(HeaderNames.VARY, "Accept-Encoding");
        if (in.prologue().method().equals(Method.HEAD)) {
            out.send();
            return;
        }
        if (body.length >= WORTH_COMPRESSING && !contentType.startsWith("image/") && acceptsGzip(in)) {
            out.header(HeaderValues.create(HeaderNames.CONTENT_ENCODING, "gzip"));
            out.send(gzip(body));
            return;
        }
        out.send(body);
    }

    private static boolean acceptsGzip(ServerRequest in) {
        return in.headers()
                .first(HeaderNames.ACCEPT_ENCODING)
                .filter(accepted -> accepted.contains("gzip") && !accepted.contains("gzip;q=0"))
                .isPresent();
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
