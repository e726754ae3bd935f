package io.medianest.desktop.download;

import io.medianest.desktop.api.DownloadApi;
import io.medianest.desktop.api.DownloadFilter;
import io.medianest.desktop.api.DownloadFilter.Part;
import io.medianest.desktop.api.Page;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadPage;
import io.medianest.model.download.DownloadQueueState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Reads lists piece by piece. Blocks; thread-safe.
final class DownloadReader {
    static final int PAGE_SIZE = 30;
    private static final int WHOLE_PAGE = 100;

    private final DownloadApi api;

    DownloadReader(DownloadApi api) {
        this.api = api;
    }

    /// The whole queue and the beginning of what has ended.
    ///
    /// @param complete whether nothing follows what was read
    record Beginning(Queue queue, List<Download> ended, boolean complete) {}

    /// What has not ended, in its order, and how the queue of the household is doing.
    record Queue(List<Download> downloads, DownloadQueueState state) {}

    /// @param atLeast how many of those that have ended, if there are so many
    Beginning beginning(DownloadQuery query, int atLeast) {
        Queue queue = queue(query);
        var ended = new ArrayList<Download>();
        int number = 0;
        DownloadPage page;
        do {
            number++;
            page = ended(query, number);
            ended.addAll(page.downloads());
        } while (page.pagination().hasNext() && ended.size() < atLeast);
        return new Beginning(queue, List.copyOf(ended), !page.pagination().hasNext());
    }

    Queue queue(DownloadQuery query) {
        return whole(query::queue);
    }

    DownloadQueueState state(DownloadQuery query) {
        return api.list(query.queue(Page.first(1))).queue();
    }

    /// @param number counted from 1
    DownloadPage ended(DownloadQuery query, int number) {
        return api.list(query.ended(new Page(number, PAGE_SIZE)));
    }

    /// The videos of a playlist, in its order.
    List<Download> videos(DownloadQuery query, String playlistId) {
        return whole(page -> new DownloadFilter(query.scope(), Part.ANY, playlistId, page))
                .downloads();
    }

    private Queue whole(Function<Page, DownloadFilter> filter) {
        var all = new ArrayList<Download>();
        DownloadPage page;
        int number = 0;
        do {
            number++;
            page = api.list(filter.apply(new Page(number, WHOLE_PAGE)));
            all.addAll(page.downloads());
        } while (page.pagination().hasNext());
        return new Queue(List.copyOf(all), page.queue());
    }
}
