package io.medianest.desktop;

import static io.medianest.desktop.SampleDownloads.later;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.DownloadApi;
import io.medianest.desktop.api.DownloadFilter;
import io.medianest.model.api.ApiProblem;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.PageQuery;
import io.medianest.model.api.Pagination;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadMove;
import io.medianest.model.download.DownloadPage;
import io.medianest.model.download.DownloadQuality;
import io.medianest.model.download.DownloadQueueState;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.download.Format;
import io.medianest.model.download.MediaPreview;
import io.medianest.model.download.NewDownload;
import io.medianest.model.download.PlaylistEntry;
import io.medianest.model.download.PlaylistMetadata;
import io.medianest.model.download.VideoMetadata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The downloads of a household's server that lives in memory. The queue is in the order in which it was filled. Not
/// thread-safe.
public final class FakeDownloads implements DownloadApi {
    /// Every call, in words, oldest first.
    public final List<String> calls = new ArrayList<>();

    /// Everything that was asked for, oldest first.
    public final List<NewDownload> wishes = new ArrayList<>();

    private final Map<String, Download> downloads = new LinkedHashMap<>();
    private @Nullable ApiException failure;
    private DownloadQueueState queue = new DownloadQueueState(2, 3, 1, 412_000_000_000L, null);

    /// Replaces downloads or adds them at the end.
    public void keep(Download... kept) {
        for (Download download : kept) {
            downloads.put(download.id(), download);
        }
    }

    public void forget(String id) {
        downloads.remove(id);
    }

    /// From now on the queue begins with this one.
    public void first(String id) {
        var others = new LinkedHashMap<>(downloads);
        Download first = others.remove(id);
        downloads.clear();
        if (first != null) {
            keep(first);
        }
        downloads.putAll(others);
    }

    /// From now on every call fails like this; with `null` they succeed again.
    public void failWith(@Nullable ApiException problem) {
        failure = problem;
    }

    public void queue(DownloadQueueState state) {
        queue = state;
    }

    private void called(String call) {
        calls.add(call);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public MediaPreview preview(String url) {
        called("preview " + url);
        if (url.contains("PRIVATE")) {
            throw new ApiException(
                    new ApiProblem(
                            ErrorCode.NOT_FOUND, "The video is private. Only who uploaded it can share it.", null),
                    404,
                    "c0ffee-42",
                    null);
        }
        return url.contains("list=") ? playlist(url) : video(url);
    }

    private static VideoMetadata video(String url) {
        return new VideoMetadata(
                "WhWc3b3KhnY",
                url,
                "A Night Train through the Alps",
                null,
                464L,
                "/t/p/w780/backdrop77.jpg",
                "North & Nowhere",
                null,
                1_200L,
                false,
                List.of(
                        DownloadQuality.P360,
                        DownloadQuality.P480,
                        DownloadQuality.P720,
                        DownloadQuality.P1080,
                        DownloadQuality.P1440,
                        DownloadQuality.P2160),
                List.of(
                        format("140", null, "mp4a", 7_000_000L),
                        format("136", 720, null, 90_000_000L),
                        format("137", 1080, null, 210_000_000L)));
    }

    private static Format format(String id, @Nullable Integer height, @Nullable String audio, long size) {
        return new Format(id, "mp4", null, null, height, null, height == null ? null : "avc1", audio, size);
    }

    private static PlaylistMetadata playlist(String url) {
        var entries = IntStream.rangeClosed(1, 12)
                .mapToObj(position -> new PlaylistEntry(
                        position,
                        "v" + position,
                        "Part " + position + ": "
                                + SampleDownloads.video(position).done().title(),
                        100L + 61L * position,
                        "https://www.youtube.com/watch?v=v" + position,
                        "Slow Rivers",
                        null))
                .toList();
        return new PlaylistMetadata("PL1", url, "Open movies", null, null, "Slow Rivers", 12, entries);
    }

    @Override
    public Download add(NewDownload wish) {
        called("add " + wish.url());
        wishes.add(wish);
        Download made = SampleDownloads.video(1000 + wishes.size())
                .titled("A Night Train through the Alps")
                .minutesAgo(0)
                .done();
        keep(made);
        return made;
    }

    @Override
    public DownloadPage list(DownloadFilter filter) {
        called("list " + filter.scope() + " " + filter.part() + " " + filter.playlist());
        var fitting = downloads.values().stream()
                .filter(download -> filter.playlist() == null
                        ? download.playlistId() == null
                        : filter.playlist().equals(download.playlistId()))
                .filter(download -> filter.scope() == DownloadFilter.Scope.ALL
                        || download.userId().equals("usr_1"))
                .filter(download -> fits(download, filter.part()))
                .sorted(order(filter.part()))
                .toList();
        var page = new PageQuery(filter.page().number(), filter.page().limit());
        return new DownloadPage(
                fitting.stream().skip(page.offset()).limit(page.limit()).toList(),
                Pagination.of(page, fitting.size()),
                queue);
    }

    private static boolean fits(Download download, DownloadFilter.Part part) {
        return switch (part) {
            case ANY -> true;
            case ACTIVE -> download.status().isOpen();
            case ENDED -> !download.status().isOpen();
            case COMPLETED -> download.status() == DownloadStatus.COMPLETED;
            case FAILED -> download.status() == DownloadStatus.FAILED;
        };
    }

    private static Comparator<Download> order(DownloadFilter.Part part) {
        return switch (part) {
            case ANY -> Comparator.comparingInt(download -> download.position() == null ? 0 : download.position());
            case ACTIVE -> Comparator.comparing(download -> download.status() != DownloadStatus.DOWNLOADING);
            case ENDED, COMPLETED, FAILED ->
                Comparator.comparing(Download::createdAt).reversed();
        };
    }

    @Override
    public Download show(String id) {
        called("show " + id);
        return known(id);
    }

    private Download known(String id) {
        Download download = downloads.get(id);
        if (download == null) {
            throw FakeApi.problem(ErrorCode.NOT_FOUND);
        }
        return download;
    }

    private Download moved(String call, String id, DownloadStatus status) {
        called(call);
        Download now = later(known(id), draft -> draft.is(status));
        keep(now);
        return now;
    }

    @Override
    public Download pause(String id) {
        return moved("pause " + id, id, DownloadStatus.PAUSED);
    }

    @Override
    public Download resume(String id) {
        return moved("resume " + id, id, DownloadStatus.QUEUED);
    }

    @Override
    public Download retry(String id) {
        return moved("retry " + id, id, DownloadStatus.QUEUED);
    }

    @Override
    public Download move(String id, DownloadMove move) {
        called("move " + id + " " + move.to() + " " + move.before());
        return known(id);
    }

    @Override
    public Download approve(String id) {
        return moved("approve " + id, id, DownloadStatus.QUEUED);
    }

    @Override
    public Download deny(String id, @Nullable String comment) {
        return moved("deny " + id + " " + comment, id, DownloadStatus.DENIED);
    }

    @Override
    public Download cancelOrRemove(String id, FileFate fate) {
        Download before = known(id);
        if (before.status().isOpen()) {
            return moved("cancel " + id, id, DownloadStatus.CANCELLED);
        }
        called("remove " + id + " " + fate);
        forget(id);
        return before;
    }
}
