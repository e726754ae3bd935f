package io.medianest.server.platform.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// What a client sends along with a request. A body that is given up on in the middle ends the connection: the rest of
/// it must not be taken for the next request.
final class RequestBody {
    static final int MAX_BYTES = 1_000_000;

    /// How much of the rest is listened to, so that a client that writes all before it reads gets to read the reply.
    private static final int MAX_REST_BYTES = 8 * MAX_BYTES;

    private final ServerRequest in;
    private final ServerResponse out;
    private final Patience patience;
    private @Nullable InputStream givenUp;

    RequestBody(ServerRequest in, ServerResponse out, Patience patience) {
        this.in = in;
        this.out = out;
        this.patience = patience;
    }

    /// @throws MediaNestException `PAYLOAD_TOO_LARGE`, or `MALFORMED_REQUEST` when it breaks off
    /// @throws CloseConnectionException when it takes too long
    byte[] bytes() {
        if (!in.content().hasEntity()) {
            return new byte[0];
        }
        var stream = in.content().inputStream();
        if (hasTwoLengths()) {
            giveUp(stream);
            throw new MediaNestException(ErrorCode.MALFORMED_REQUEST, "The body has two lengths", "Content-Length");
        }
        if (in.headers().contentLength().orElse(0) > MAX_BYTES) {
            throw tooLarge(stream);
        }
        byte[] bytes = heard(stream);
        if (bytes.length > MAX_BYTES) {
            throw tooLarge(stream);
        }
        return bytes;
    }

    private byte[] heard(InputStream stream) {
        try {
            return patience.listen(() -> {
                byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
                if (bytes.length <= MAX_BYTES) {
                    stream.close();
                }
                return bytes;
            });
        } catch (CloseConnectionException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Helidon has many exceptions for chunks that are none, and lets a NumberFormatException through.
            giveUp(stream);
            throw new MediaNestException(ErrorCode.MALFORMED_REQUEST, "The body could not be read", null, null, e);
        }
    }

    /// Whoever stands between the client and us may believe the one length where we believe the other, and take the
    /// rest of the body for somebody's next request.
    private boolean hasTwoLengths() {
        return in.headers().contains(HeaderNames.TRANSFER_ENCODING)
                && in.headers().contains(HeaderNames.CONTENT_LENGTH);
    }

    private MediaNestException tooLarge(InputStream stream) {
        giveUp(stream);
        return new MediaNestException(ErrorCode.PAYLOAD_TOO_LARGE, "The body is larger than 1 MB");
    }

    private void giveUp(InputStream stream) {
        givenUp = stream;
        out.header(HeaderValues.CONNECTION_CLOSE);
    }

    /// To be called once the reply is on its way. A body that nobody wanted to read is passed over, so that what stands
    /// behind it can be the next request.
    ///
    /// @throws CloseConnectionException when the body was given up on, has no end, or takes too long
    void end() {
        if (givenUp != null) {
            passOver(givenUp);
            throw new CloseConnectionException("the rest of the body is of no interest");
        }
        if (in.content().hasEntity() && !in.content().consumed()) {
            if (hasTwoLengths()
                    || in.headers().contains(HeaderNames.EXPECT)
                    || !passOver(in.content().inputStream())) {
                throw new CloseConnectionException("where the next request begins is not known");
            }
        }
    }

    /// @return whether all of it was heard
    private boolean passOver(InputStream rest) {
        try {
            return patience.listen(() -> rest.readNBytes(MAX_REST_BYTES).length < MAX_REST_BYTES);
        } catch (IOException | RuntimeException e) {
            // The client has said all, or has gone: either way there is nothing more to hear.
            return false;
        }
    }
}
