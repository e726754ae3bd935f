package io.medianest.model.download;

import io.medianest.model.api.Pagination;
import java.util.List;

/// One page of downloads.
public record DownloadPage(List<Download> downloads, Pagination pagination, DownloadQueueState queue) {}
