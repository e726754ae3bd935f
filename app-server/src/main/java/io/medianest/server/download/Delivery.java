package io.medianest.server.download;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.medianest.model.api.Json;
import io.medianest.server.ytdlp.FetchedFile;
import io.medianest.server.ytdlp.FoundVideo;
import io.medianest.server.ytdlp.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A finished file that is on the way to its place. It is written down beside it: should its place not be
/// to be had just now, the next attempt need not load it again.
///
/// @param file relative to [Workplace#finished()], and so is what belongs to it
/// @param place where it was last to go; null before that is known
record Delivery(
        FoundVideo video,
        String file,
        List<String> beside,
        long size,
        @Nullable String place) {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final String NOTE = "finished.json";

    /// @throws IOException when the files are not where they should be
    static Delivery of(Workplace at, FetchedFile fetched) throws IOException {
        var beside = new ArrayList<String>();
        for (var path : fetched.beside()) {
            beside.add(relative(at, path));
        }
        return new Delivery(fetched.video(), relative(at, fetched.file()), beside, fetched.size(), null);
    }

    private static String relative(Workplace at, Path file) throws IOException {
        var from = at.finished().toRealPath();
        var real = file.toRealPath();
        if (!real.startsWith(from)) {
            throw new IOException(file + " is not in " + from);
        }
        return from.relativize(real).toString();
    }

    /// What an earlier attempt had finished; empty when there is nothing to deliver.
    static Optional<Delivery> left(Workplace at) {
        var note = at.root().resolve(NOTE);
        if (!Files.isRegularFile(note)) {
            return Optional.empty();
        }
        try {
            var delivery = Json.strict().readValue(Files.readString(note), Delivery.class);
            return Optional.of(delivery).filter(left -> left.isWaiting(at) || left.isDone());
        } catch (IOException e) {
            LOG.warn("{} cannot be read; the video is loaded again", note, e);
            return Optional.empty();
        }
    }

    /// Whether the file is still where it was finished.
    boolean isWaiting(Workplace at) {
        return Files.isRegularFile(at.finished().resolve(file));
    }

    /// Whether it came to its place already, though nobody was told any more.
    private boolean isDone() {
        return place != null && Path.of(place).toFile().length() == size;
    }

    Delivery to(Path target) {
        return new Delivery(video, file, beside, size, target.toString());
    }

    Delivery noted(Workplace at) throws IOException {
        var unfinished = at.root().resolve(NOTE + ".part");
        try {
            Files.writeString(unfinished, Json.strict().writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        Home.move(unfinished, at.root().resolve(NOTE));
        return this;
    }
}
