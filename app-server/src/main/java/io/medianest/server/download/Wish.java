package io.medianest.server.download;

import static io.medianest.server.platform.MediaNestException.invalid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.medianest.model.api.Json;
import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadQuality;
import io.medianest.model.download.NewDownload;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.security.OpaqueTokens;
import io.medianest.server.ytdlp.VideoAddress;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What exactly is wished for, after all checks.
///
/// @param items positions in the playlist; empty for all
/// @param again whether what is there already is loaded once more
record Wish(VideoAddress address, DownloadQuality quality, DownloadFormat format, Set<Integer> items, boolean again) {
    private static final int MAX_ITEMS = 500;
    private static final int MAX_POSITION = 100_000;

    /// @throws MediaNestException `VALIDATION_ERROR` naming the field
    static Wish of(NewDownload wish, VideoAddress address) {
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
                checked(wish.items(), address.kind()),
                Boolean.TRUE.equals(wish.again()));
    }

    private static Set<Integer> checked(@Nullable List<Integer> items, VideoAddress.Kind kind) {
        if (items == null) {
            return Set.of();
        }
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

    /// The same for one video of the playlist.
    Wish forVideo(VideoAddress video) {
        return new Wish(video, quality, format, Set.of(), again);
    }

    boolean wantsItem(int position) {
        return items.isEmpty() || items.contains(position);
    }

    /// The same for equal wishes, however they are spelled.
    String key() {
        var key = "%s:%s:%s:%s".formatted(address.kind(), address.id(), quality.wireName(), format.wireName());
        return items.isEmpty() ? key : key + ":" + OpaqueTokens.hash(items.toString());
    }

    /// The items for their column; null for all.
    @Nullable String itemsText() {
        try {
            return items.isEmpty() ? null : Json.strict().writeValueAsString(items);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Set<Integer> itemsOf(@Nullable String text) {
        try {
            return text == null ? Set.of() : Json.strict().readValue(text, new TypeReference<TreeSet<Integer>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("items in the database are no list: " + text, e);
        }
    }
}
