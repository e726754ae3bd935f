package io.medianest.server.ytdlp;

import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadQuality;

/// What is wanted of a video.
public record Selection(DownloadQuality quality, DownloadFormat format) {}
