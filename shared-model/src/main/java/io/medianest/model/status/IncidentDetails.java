package io.medianest.model.status;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/// An incident with its course. On the wire the fields of `incident` stand beside the others.
///
/// @param timeline oldest step first
public record IncidentDetails(@JsonUnwrapped Incident incident, List<IncidentStep> timeline) {}
