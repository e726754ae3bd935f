package io.medianest.server.uptimekuma;

import java.util.List;

/// What Uptime Kuma knows just now.
///
/// @param incidents what its keeper has announced
/// @param maintenance under way or announced
public record KumaReport(List<Monitor> monitors, List<Notice> incidents, List<Notice> maintenance) {}
