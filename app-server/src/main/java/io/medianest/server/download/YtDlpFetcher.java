package io.medianest.server.download;

import io.medianest.model.download.MediaPreview;
import io.medianest.server.platform.cache.Cache.Copy;
import io.medianest.server.ytdlp.Fetch;
import io.medianest.server.ytdlp.FetchListener;
import io.medianest.server.ytdlp.FetchOrder;
import io.medianest.server.ytdlp.VideoAddress;
import io.medianest.server.ytdlp.YtDlp;

/// yt-dlp as the program that fetches videos. Thread-safe.
public final class YtDlpFetcher implements Fetcher {
    private final YtDlp ytDlp;

    public YtDlpFetcher(YtDlp ytDlp) {
        this.ytDlp = ytDlp;
    }

    @Override
    public VideoAddress address(String url) {
        return ytDlp.addresses().parse(url);
    }

    @Override
    public Copy<MediaPreview> preview(VideoAddress address) {
        return ytDlp.preview(address);
    }

    @Override
    public MediaPreview whole(VideoAddress address) {
        return ytDlp.whole(address);
    }

    @Override
    public Fetch start(FetchOrder order, FetchListener listener) {
        return ytDlp.start(order, listener);
    }

    @Override
    public void tidy() {
        ytDlp.tidy();
    }
}
