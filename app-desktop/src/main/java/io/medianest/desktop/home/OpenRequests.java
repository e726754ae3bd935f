package io.medianest.desktop.home;

import io.medianest.model.request.MediaRequest;
import java.util.List;

/// My requests that are not fulfilled yet.
///
/// @param newest the newest few, newest first
/// @param counters all of them, counted
public record OpenRequests(List<MediaRequest> newest, Counters counters) {}
