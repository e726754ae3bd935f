package io.medianest.server.ytdlp;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.medianest.server.platform.json.Fields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a run of yt-dlp says while it loads a video: one thread hears it, another asks afterwards what it was.
final class FetchReport {
    private static final Logger LOG = LoggerFactory.getLogger(FetchReport.class);

    private final VideoAddress address;
    private final FetchListener listener;
    private final ProgressMeter meter;
    private volatile @Nullable FoundVideo video;
    private volatile @Nullable String description;
    private volatile @Nullable Fields announced;
    private volatile @Nullable String filePath;

    FetchReport(VideoAddress address, FetchListener listener, ProgressMeter meter) {
        this.address = address;
        this.listener = listener;
        this.meter = meter;
    }

    /// Hears a line; those that are not for us say nothing.
    void hear(String line) {
        if (line.startsWith(YtDlpCommand.PROGRESS)) {
            progressed(json(line, YtDlpCommand.PROGRESS));
        } else if (line.startsWith(YtDlpCommand.FOUND)) {
            found(json(line, YtDlpCommand.FOUND));
        } else if (line.startsWith(YtDlpCommand.STREAMS)) {
            planned(json(line, YtDlpCommand.STREAMS));
        } else if (line.startsWith(YtDlpCommand.FILE)) {
            filePath = json(line, YtDlpCommand.FILE).node().asText("");
        }
    }

    /// What cannot be read says nothing: a title that breaks a line must not cost the download.
    private static Fields json(String line, String marker) {
        try {
            return Fields.parse(line.substring(marker.length()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.debug("not understood: {}", line, e);
            return nothing();
        }
    }

    private static Fields nothing() {
        return new Fields(MissingNode.getInstance());
    }

    private void found(Fields json) {
        announced = json;
        description = json.text("description");
        meter.plan(List.of(), size(json));
        var found = PreviewReader.found(json, address);
        video = found;
        listener.found(found);
    }

    private void planned(Fields json) {
        var known = announced;
        if (known != null) {
            meter.plan(json.elements(), size(known));
        }
    }

    private static @Nullable Long size(Fields json) {
        var exact = json.whole("filesize");
        return exact == null ? json.whole("filesize_approx") : exact;
    }

    /// Before it is said what comes, pictures and subtitles are loaded.
    private void progressed(Fields line) {
        if (announced != null) {
            meter.update(line).ifPresent(listener::progress);
        }
    }

    /// What it has said of the video, or as little as its address tells.
    FoundVideo video() {
        var known = video;
        return known == null ? PreviewReader.found(nothing(), address) : known;
    }

    @Nullable String description() {
        return description;
    }

    /// Where it says that the file is; null when it has not come so far.
    @Nullable String filePath() {
        return filePath;
    }

    /// How it stands when the file is in its place.
    FetchProgress done(long size) {
        return meter.done(size);
    }
}
