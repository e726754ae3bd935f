package io.medianest.desktop.ui;

import io.medianest.model.media.MediaItem;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes cards of titles.
public final class Posters {
    private Posters() {}

    /// The card of a title.
    ///
    /// @param request the newest request for the title that is known; it wins over what the item says
    public static Poster<TitleKey> of(MediaItem item, @Nullable MediaRequest request) {
        Poster.Badge badge = badge(item, request);
        return new Poster<>(item.key(), item.title(), caption(item), item.poster(), badge, badge == null);
    }

    private static Poster.@Nullable Badge badge(MediaItem item, @Nullable MediaRequest request) {
        if (item.availability().plex()) {
            return new Poster.Badge.InLibrary();
        }
        if (request != null) {
            return badge(request);
        }
        return item.availability().requested() ? new Poster.Badge.Requested() : null;
    }

    private static Poster.@Nullable Badge badge(MediaRequest request) {
        return switch (request.status()) {
            case AVAILABLE -> new Poster.Badge.InLibrary();
            case PENDING, APPROVED ->
                request.stage() == RequestStage.DOWNLOADING
                        ? new Poster.Badge.Downloading(request.progress())
                        : new Poster.Badge.Requested();
            case DENIED, CANCELLED, UNKNOWN -> null;
        };
    }

    private static String caption(MediaItem item) {
        Integer year = item.year();
        return Stream.concat(
                        year == null ? Stream.empty() : Stream.of(year.toString()),
                        item.genres().stream().limit(1))
                .collect(Collectors.joining(" · "));
    }
}
