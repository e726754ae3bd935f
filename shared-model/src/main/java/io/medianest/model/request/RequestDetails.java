package io.medianest.model.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.medianest.model.media.MediaItem;
import java.util.List;

/// A request with its history. On the wire the fields of `request` stand beside the others.
///
/// @param statusHistory oldest first
public record RequestDetails(@JsonUnwrapped MediaRequest request, List<StatusChange> statusHistory, MediaItem media) {}
