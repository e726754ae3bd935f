package io.medianest.desktop.download;

import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadFormat.Content;
import io.medianest.model.download.DownloadQuality;
import io.medianest.model.download.Format;
import io.medianest.model.download.MediaPreview;
import io.medianest.model.download.PlaylistMetadata;
import io.medianest.model.download.VideoMetadata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What of a video is wanted: its picture in a quality, or its sound alone.
///
/// @param quality absent for the sound alone
public record Choice(@Nullable DownloadQuality quality) {
    static final Choice SOUND = new Choice(null);
    private static final Choice USUAL = new Choice(DownloadQuality.P1080);
    private static final List<DownloadQuality> OF_PLAYLISTS = List.of(
            DownloadQuality.BEST,
            DownloadQuality.P2160,
            DownloadQuality.P1080,
            DownloadQuality.P720,
            DownloadQuality.P480);

    /// What there is to choose from, the best first. The videos of a playlist may differ: there a quality is the most
    /// that is wanted.
    static List<Choice> of(MediaPreview preview) {
        List<DownloadQuality> qualities = switch (preview) {
            case VideoMetadata video -> video.qualities().reversed();
            case PlaylistMetadata _ -> OF_PLAYLISTS;
        };
        var choices = new ArrayList<Choice>();
        qualities.stream()
                .filter(quality -> quality != DownloadQuality.UNKNOWN)
                .map(Choice::new)
                .forEach(choices::add);
        if (choices.isEmpty()) {
            choices.add(new Choice(DownloadQuality.BEST));
        }
        choices.add(SOUND);
        return List.copyOf(choices);
    }

    /// What most people want: a picture as large as most screens, or the next smaller there is.
    static Choice usual(List<Choice> choices) {
        return choices.stream()
                .filter(choice -> choice.height() <= USUAL.height() && choice.height() > 0)
                .max(Comparator.comparingInt(Choice::height))
                .orElse(choices.getFirst());
    }

    /// The files in which it can be kept, the usual one first.
    List<DownloadFormat> formats() {
        Content content = quality == null ? Content.AUDIO : Content.VIDEO;
        return List.of(DownloadFormat.values()).stream()
                .filter(format -> format != DownloadFormat.UNKNOWN && format.content() == content)
                .toList();
    }

    /// About how large the file will be, in bytes; empty where the host does not say.
    OptionalLong size(VideoMetadata video) {
        OptionalLong sound = largest(video, format -> format.videoCodec() == null && format.audioCodec() != null);
        if (quality == null) {
            return sound;
        }
        OptionalLong picture = largest(
                video,
                format -> format.videoCodec() != null
                        && Objects.equals(format.height(), height() == 0 ? null : height()));
        return picture.isEmpty() ? picture : OptionalLong.of(picture.getAsLong() + sound.orElse(0));
    }

    private static OptionalLong largest(VideoMetadata video, Predicate<Format> fitting) {
        return video.formats().stream()
                .filter(fitting)
                .map(Format::fileSize)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max();
    }

    private int height() {
        return quality == null ? 0 : quality.height().orElse(0);
    }
}
