package io.medianest.model.request;

import io.medianest.model.api.Pagination;
import java.util.List;

/// One page of requests.
public record RequestPage(List<MediaRequest> requests, Pagination pagination) {}
