package io.medianest.server;

import io.medianest.model.download.Download;
import io.medianest.model.request.MediaRequest;
import io.medianest.server.dashboard.HouseholdFigures;
import io.medianest.server.download.DownloadFigures;
import io.medianest.server.library.Library;
import io.medianest.server.request.RequestFigures;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the household does, in numbers.
record Figures(RequestFigures requests, DownloadFigures downloads, Library library) implements HouseholdFigures {
    @Override
    public Requests requests(@Nullable String userId, Instant since) {
        var totals = requests.totals(userId, since);
        return new Requests(
                totals.total(),
                totals.pending(),
                totals.recent(),
                totals.available(),
                totals.unsuccessful(),
                totals.approvalSeconds());
    }

    @Override
    public Downloads downloads(@Nullable String userId, Instant since) {
        var totals = downloads.totals(userId, since);
        return new Downloads(totals.active(), totals.recent());
    }

    @Override
    public List<MediaRequest> lastRequests(@Nullable String userId, int limit) {
        return requests.lastMoved(userId, limit);
    }

    @Override
    public List<Download> lastDownloads(@Nullable String userId, int limit) {
        return downloads.lastMoved(userId, limit);
    }

    @Override
    public long librarySize() {
        return library.size();
    }

    @Override
    public long libraryAdded(Instant since) {
        return library.addedSince(since);
    }
}
