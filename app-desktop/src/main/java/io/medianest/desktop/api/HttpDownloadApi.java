package io.medianest.desktop.api;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadMove;
import io.medianest.model.download.DownloadPage;
import io.medianest.model.download.MediaPreview;
import io.medianest.model.download.NewDownload;
import io.medianest.model.request.Decision;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Downloads over HTTP.
final class HttpDownloadApi implements DownloadApi {
    /// The server itself gives up earlier, and says why.
    private static final Duration PREVIEW_LIMIT = Duration.ofSeconds(90);

    private final HttpCalls calls;

    HttpDownloadApi(HttpCalls calls) {
        this.calls = calls;
    }

    @Override
    public MediaPreview preview(String url) {
        return calls.get(Address.of("youtube/metadata").with("url", url), MediaPreview.class, PREVIEW_LIMIT);
    }

    @Override
    public Download add(NewDownload wish) {
        return calls.post(Address.of("youtube/download"), wish, Download.class, PREVIEW_LIMIT);
    }

    @Override
    public DownloadPage list(DownloadFilter filter) {
        return calls.get(
                Address.of("youtube/downloads")
                        .with("scope", filter.scope() == DownloadFilter.Scope.ALL ? "all" : null)
                        .with("status", filter.part().wireName())
                        .with("playlist", filter.playlist())
                        .with("page", filter.page().number())
                        .with("limit", filter.page().limit()),
                DownloadPage.class);
    }

    @Override
    public Download show(String id) {
        return calls.get(Address.of("youtube/downloads", id), Download.class);
    }

    @Override
    public Download pause(String id) {
        return step(id, "pause", Map.of());
    }

    @Override
    public Download resume(String id) {
        return step(id, "resume", Map.of());
    }

    @Override
    public Download retry(String id) {
        return step(id, "retry", Map.of());
    }

    @Override
    public Download move(String id, DownloadMove move) {
        return step(id, "move", move);
    }

    @Override
    public Download approve(String id) {
        return step(id, "approve", Map.of());
    }

    @Override
    public Download deny(String id, @Nullable String comment) {
        return step(id, "deny", new Decision(comment));
    }

    @Override
    public Download cancelOrRemove(String id, FileFate fate) {
        return calls.delete(
                Address.of("youtube/downloads", id).with("deleteFile", fate == FileFate.DELETE ? "true" : null),
                Download.class);
    }

    private Download step(String id, String verb, Object body) {
        return calls.post(Address.of("youtube/downloads", id, verb), body, Download.class);
    }
}
