package io.medianest.server.download;

import static io.medianest.server.platform.MediaNestException.invalid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.medianest.model.api.Json;
import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadQuality;
import io.medianest.model.download.MediaPreview;
import io.medianest.model.download.NewDownload;
import io.medianest.model.download.PlaylistEntry;
import io.medianest.model.download.PlaylistMetadata;
import io.medianest.model.download.VideoMetadata;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.security.OpaqueTokens;
import io.medianest.server.ytdlp.VideoAddress;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What exactly is wished for, after all checks.
///
/// @param videos ids of those in the playlist; empty for all
/// @param again whether what is there already is loaded once more
record Wish(VideoAddress address, DownloadQuality quality, DownloadFormat format, Set<String> videos, boolean again) {
    private static final int MAX_ITEMS = 500;
    private static final int MAX_POSITION = 500;

    /// @param lookInto tells what is behind an address; asked when positions in a playlist are wished for,
    ///     since another video may be there tomorrow
    /// @throws MediaNestException `VALIDATION_ERROR` naming the field; what `lookInto` throws
    static Wish of(NewDownload wish, VideoAddress address, Function<VideoAddress, MediaPreview> lookInto) {
        if (wish.quality() == DownloadQuality.UNKNOWN) {
            throw invalid("quality", "'quality' must be best, worst, or a height from 144p to 2160p");
        }
        if (wish.format() == DownloadFormat.UNKNOWN) {
            throw invalid("format", "'format' must be mp4, webm, mkv, mp3, m4a or flac");
        }
        return new Wish(
                address,
                wish.quality() == null ? DownloadQuality.P720 : wish.quality(),
                wish.format() == null ? DownloadFormat.MP4 : wish.format(),
                wish.items() == null ? Set.of() : chosen(checked(wish.items(), address.kind()), address, lookInto),
                Boolean.TRUE.equals(wish.again()));
    }

    private static Set<Integer> checked(List<Integer> items, VideoAddress.Kind kind) {
        if (kind != VideoAddress.Kind.PLAYLIST) {
            throw invalid("items", "Only a playlist has items to choose from");
        }
        boolean sound = !items.isEmpty()
                && items.size() <= MAX_ITEMS
                && items.stream().allMatch(item -> item != null && item >= 1 && item <= MAX_POSITION);
        if (!sound) {
            throw invalid("items", "'items' must be positions counted from 1, at most 500; leave it out for all");
        }
        return new TreeSet<>(items);
    }

    private static Set<String> chosen(
            Set<Integer> positions, VideoAddress address, Function<VideoAddress, MediaPreview> lookInto) {
        return switch (lookInto.apply(address)) {
            case PlaylistMetadata list -> ids(list, positions);
            case VideoMetadata _ -> throw invalid("items", "This is a single video, not a playlist");
        };
    }

    private static Set<String> ids(PlaylistMetadata list, Set<Integer> positions) {
        var byPosition = list.entries().stream()
                .collect(Collectors.toMap(PlaylistEntry::position, PlaylistEntry::id, (first, _) -> first));
        var ids = new TreeSet<String>();
        for (var position : positions) {
            var id = byPosition.get(position);
            if (id == null) {
                throw invalid("items", "There is no video at position %d of this playlist".formatted(position));
            }
            ids.add(id);
        }
        return ids;
    }

    /// The same for one video of the playlist.
    Wish forVideo(VideoAddress video) {
        return new Wish(video, quality, format, Set.of(), again);
    }

    boolean wants(PlaylistEntry entry) {
        return videos.isEmpty() || videos.contains(entry.id());
    }

    /// The same for equal wishes, however they are spelled.
    String key() {
        var key = "%s:%s:%s:%s".formatted(address.kind(), address.id(), quality.wireName(), format.wireName());
        return videos.isEmpty() ? key : key + ":" + OpaqueTokens.hash(videos.toString());
    }

    /// The videos for their column; null for all.
    @Nullable String videosText() {
        try {
            return videos.isEmpty() ? null : Json.strict().writeValueAsString(videos);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Set<String> videosOf(@Nullable String text) {
        try {
            return text == null ? Set.of() : Json.strict().readValue(text, new TypeReference<TreeSet<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("videos in the database are no list: " + text, e);
        }
    }
}
