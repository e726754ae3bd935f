package io.medianest.server.platform.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// What a client sends along with a request. A body that is given up on in the middle ends the connection: the rest of
/// it must not be taken for the next request.
final class RequestBody {
    static final int MAX_BYTES = 1_000_000;

    /// How much of the rest is listened to, so that a client that writes all before it reads gets to read the reply.
    private static final int MAX_REST_BYTES = 8 * MAX_BYTES;

    private final ServerRequest in;
    private final ServerResponse out;
    private @Nullable InputStream givenUp;

    RequestBody(ServerRequest in, ServerResponse out) {
        this.in = in;
        this.out = out;
    }

    /// @throws MediaNestException `PAYLOAD_TOO_LARGE`, or `MALFORMED_REQUEST` when it breaks off
    byte[] bytes() {
        if (!in.content().hasEntity()) {
            return new byte[0];
        }
        var stream = in.content().inputStream();
        if (in.headers().contentLength().orElse(0) > MAX_BYTES) {
            throw tooLarge(stream);
        }
        try {
            byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw tooLarge(stream);
            }
            stream.close();
            return bytes;
        } catch (IOException
                | RequestException
                | IllegalArgumentException
                | DataReader.InsufficientDataAvailableException e) {
            // Helidon lets a chunk's length that is no number through as a NumberFormatException.
            giveUp(stream);
            throw new MediaNestException(ErrorCode.MALFORMED_REQUEST, "The body could not be read", null, null, e);
        }
    }

    private MediaNestException tooLarge(InputStream stream) {
        giveUp(stream);
        return new MediaNestException(ErrorCode.PAYLOAD_TOO_LARGE, "The body is larger than 1 MB");
    }

    private void giveUp(InputStream stream) {
        givenUp = stream;
        out.header(HeaderValues.CONNECTION_CLOSE);
    }

    /// To be called once the reply is on its way.
    ///
    /// @throws CloseConnectionException when the body was given up on
    void endConnectionIfGivenUp() {
        if (givenUp == null) {
            return;
        }
        try {
            givenUp.skipNBytes(MAX_REST_BYTES);
        } catch (IOException
                | UncheckedIOException
                | RequestException
                | IllegalArgumentException
                | CloseConnectionException
                | DataReader.InsufficientDataAvailableException e) {
            // The client has said all, or has gone: either way there is nothing more to hear.
        }
        throw new CloseConnectionException("the rest of the body is of no interest");
    }
}
