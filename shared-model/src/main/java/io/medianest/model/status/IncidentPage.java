package io.medianest.model.status;

import io.medianest.model.api.Pagination;
import java.util.List;

/// A page of incidents, the latest first.
public record IncidentPage(List<IncidentDetails> incidents, Pagination pagination) {}
