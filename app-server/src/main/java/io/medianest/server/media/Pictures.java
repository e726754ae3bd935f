package io.medianest.server.media;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.media.CastMember;
import io.medianest.model.media.CrewMember;
import io.medianest.model.media.MediaDetails;
import io.medianest.model.media.MediaItem;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.cache.FileCache;
import io.medianest.server.platform.cache.KeptFile;
import io.medianest.server.platform.http.ApiRouting;
import io.medianest.server.tmdb.TmdbImages;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Posters and portraits: this server hands them out itself, so that devices need no way to TMDB and TMDB
/// does not learn what they look at. Thread-safe.
public final class Pictures {
    /// Not as they are: some are as large as ten others together.
    private static final Set<String> SIZES = Set.of("w92", "w154", "w185", "w300", "w342", "w500", "w780", "w1280");

    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-]{1,100}\\.(jpg|png)");

    private final TmdbImages images;
    private final FileCache files;

    public Pictures(TmdbImages images, FileCache files) {
        this.images = images;
        this.files = files;
    }

    /// @param toll to be passed before it is fetched from TMDB
    /// @throws MediaNestException `NOT_FOUND` for sizes and names that TMDB does not have, or what the fetching
    ///     tells
    KeptFile open(String size, String file, Runnable toll) {
        if (!SIZES.contains(size) || !FILE.matcher(file).matches()) {
            throw new MediaNestException(ErrorCode.NOT_FOUND, "There is no such picture");
        }
        return files.open(size + "-" + file, toll, () -> images.fetch(size, file));
    }

    static String contentType(String file) {
        return file.endsWith(".png") ? "image/png" : "image/jpeg";
    }

    static MediaItem addressed(MediaItem item) {
        return new MediaItem(
                item.id(),
                item.title(),
                item.originalTitle(),
                item.type(),
                item.year(),
                item.releaseDate(),
                address("w342", item.poster()),
                address("w1280", item.backdrop()),
                item.overview(),
                item.genres(),
                item.rating(),
                item.voteCount(),
                item.runtime(),
                item.language(),
                item.availability());
    }

    static MediaDetails addressed(MediaDetails details) {
        return new MediaDetails(
                addressed(details.item()),
                details.cast().stream()
                        .map(p -> new CastMember(p.name(), p.character(), address("w185", p.picture())))
                        .toList(),
                details.crew().stream()
                        .map(p -> new CrewMember(p.name(), p.job(), p.department(), address("w185", p.picture())))
                        .toList(),
                details.videos(),
                details.recommendations().stream().map(Pictures::addressed).toList(),
                details.seasons());
    }

    /// The address on this server; none for a name that it would not hand out.
    private static @Nullable String address(String size, @Nullable String path) {
        var file = path != null && path.startsWith("/") ? path.substring(1) : "";
        return FILE.matcher(file).matches() ? ApiRouting.BASE + "/media/images/" + size + "/" + file : null;
    }
}
