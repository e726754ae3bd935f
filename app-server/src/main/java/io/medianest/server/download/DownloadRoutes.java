package io.medianest.server.download;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.download.DownloadMove;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.download.NewDownload;
import io.medianest.model.request.Decision;
import io.medianest.server.download.DownloadControl.FileFate;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.Query;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.http.Stale;
import io.medianest.server.platform.security.Caller;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// HTTP of downloads. Errors: see [Downloads], [DownloadControl] and [DownloadOrder].
final class DownloadRoutes implements Routes {
    private static final Map<String, Set<DownloadStatus>> STATUSES = DownloadFilter.words();
    private static final Map<String, String> SCOPES = Map.of("mine", "mine", "all", "all");
    private static final Map<String, FileFate> FATES = Map.of("true", FileFate.DELETE, "false", FileFate.KEEP);
    private static final int LONGEST_ADDRESS = 2000;

    /// A title may get another one.
    private static final Duration PICTURES_KEEP = Duration.ofDays(1);

    private final Fetcher fetcher;
    private final Downloads downloads;
    private final DownloadControl control;
    private final DownloadOrder order;
    private final DownloadPictures pictures;

    DownloadRoutes(
            Fetcher fetcher,
            Downloads downloads,
            DownloadControl control,
            DownloadOrder order,
            DownloadPictures pictures) {
        this.fetcher = fetcher;
        this.downloads = downloads;
        this.control = control;
        this.order = order;
        this.pictures = pictures;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/youtube/metadata", Access.USER, this::preview)
                .post("/youtube/download", Access.USER, this::make)
                .get("/youtube/downloads", Access.USER, this::list)
                .get("/youtube/downloads/{id}", Access.USER, this::show)
                .get("/youtube/downloads/{id}/picture", Access.PICTURE, this::picture)
                .delete("/youtube/downloads/{id}", Access.USER, this::cancelOrRemove)
                .post("/youtube/downloads/{id}/pause", Access.USER, this::pause)
                .post("/youtube/downloads/{id}/resume", Access.USER, this::resume)
                .post("/youtube/downloads/{id}/retry", Access.USER, this::retry)
                .post("/youtube/downloads/{id}/move", Access.USER, this::move)
                .post("/youtube/downloads/{id}/approve", Access.ADMIN, this::approve)
                .post("/youtube/downloads/{id}/deny", Access.ADMIN, this::deny);
    }

    private void preview(Exchange exchange) {
        var url = exchange.query()
                .text("url", LONGEST_ADDRESS)
                .orElseThrow(() -> MediaNestException.invalid("url", "'url' is missing: the address of a video"));
        var found = fetcher.preview(fetcher.address(url));
        exchange.stale(found.staleFor()).ok(Stale.marked(found));
    }

    private void make(Exchange exchange) {
        var download = downloads.make(exchange.caller(), exchange.body(NewDownload.class));
        exchange.created("/youtube/downloads/" + download.id(), download, Map.of("downloadId", download.id()));
    }

    private void list(Exchange exchange) {
        var query = exchange.query();
        var filter = new DownloadFilter(
                whose(exchange.caller(), query),
                query.choice("status", STATUSES).orElse(Set.of()),
                query.text("playlist", 64).orElse(null));
        exchange.ok(downloads.list(filter, query.page(20)));
    }

    /// Null for everybody's, which is for admins.
    private static @Nullable String whose(Caller caller, Query query) {
        boolean all = query.choice("scope", SCOPES).orElse("mine").equals("all");
        var other = query.text("userId", 64).orElse(null);
        boolean foreign = all || (other != null && !other.equals(caller.userId()));
        if (foreign && !caller.isAdmin()) {
            throw new MediaNestException(ErrorCode.FORBIDDEN, "Only an admin sees the downloads of others");
        }
        if (other != null) {
            return other;
        }
        return all ? null : caller.userId();
    }

    private void show(Exchange exchange) {
        exchange.ok(downloads.show(exchange.caller(), exchange.path("id")));
    }

    private void picture(Exchange exchange) {
        try (var picture = pictures.open(exchange.path("id"), exchange::toll)) {
            exchange.file(picture.pictureType(), picture, PICTURES_KEEP);
        }
    }

    private void cancelOrRemove(Exchange exchange) {
        var fate = exchange.query().choice("deleteFile", FATES).orElse(FileFate.KEEP);
        exchange.ok(control.cancelOrRemove(exchange.caller(), exchange.path("id"), fate));
    }

    private void pause(Exchange exchange) {
        exchange.ok(control.pause(exchange.caller(), exchange.path("id")));
    }

    private void resume(Exchange exchange) {
        exchange.ok(control.resume(exchange.caller(), exchange.path("id")));
    }

    private void retry(Exchange exchange) {
        exchange.ok(control.retry(exchange.caller(), exchange.path("id")));
    }

    private void move(Exchange exchange) {
        exchange.ok(order.move(exchange.caller(), exchange.path("id"), exchange.body(DownloadMove.class)));
    }

    private void approve(Exchange exchange) {
        exchange.ok(control.approve(exchange.caller(), exchange.path("id")));
    }

    private void deny(Exchange exchange) {
        exchange.ok(control.deny(
                exchange.caller(),
                exchange.path("id"),
                exchange.body(Decision.class).comment()));
    }
}
