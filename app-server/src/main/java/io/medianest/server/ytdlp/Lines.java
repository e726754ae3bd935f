package io.medianest.server.ytdlp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The lines of a stream that may write what it likes: of a line that is too long, the rest is lost. Not
/// thread-safe.
final class Lines {
    private final InputStream from;
    private final int longest;

    /// @param longest bytes of a line that are kept
    Lines(InputStream from, int longest) {
        this.from = new BufferedInputStream(from);
        this.longest = longest;
    }

    /// The next line; null at the end.
    @Nullable String next() throws IOException {
        var line = new ByteArrayOutputStream();
        int letter = from.read();
        if (letter < 0) {
            return null;
        }
        while (letter >= 0 && letter != '\n') {
            if (line.size() < longest) {
                line.write(letter);
            }
            letter = from.read();
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
