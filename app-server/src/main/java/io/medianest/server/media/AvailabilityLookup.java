package io.medianest.server.media;

import io.medianest.model.media.Availability;
import io.medianest.model.media.MediaDetails;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.TitleKey;
import java.util.List;
import java.util.stream.Stream;

/// Puts to titles what the household has and has asked for: just now, never from a copy. Thread-safe.
public final class AvailabilityLookup {
    private final LibraryLookup library;
    private final RequestLookup requests;

    public AvailabilityLookup(LibraryLookup library, RequestLookup requests) {
        this.library = library;
        this.requests = requests;
    }

    List<MediaItem> of(List<MediaItem> items) {
        if (items.isEmpty()) {
            return items;
        }
        var keys = items.stream().map(MediaItem::key).distinct().toList();
        var plexUrls = library.plexUrls(keys);
        var requestIds = requests.requestIds(keys);
        return items.stream()
                .map(item -> {
                    TitleKey key = item.key();
                    var plexUrl = plexUrls.get(key);
                    var requestId = requestIds.get(key);
                    return item.with(new Availability(plexUrl != null, requestId != null, plexUrl, requestId));
                })
                .toList();
    }

    MediaDetails of(MediaDetails details) {
        var all = of(Stream.concat(Stream.of(details.item()), details.recommendations().stream())
                .toList());
        return new MediaDetails(
                all.getFirst(),
                details.cast(),
                details.crew(),
                details.videos(),
                all.subList(1, all.size()),
                details.seasons());
    }
}
