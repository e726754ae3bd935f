package io.medianest.model.status;

import java.util.List;

/// The status screen in one reply.
///
/// @param incidents titles of what is wrong just now; empty when all is well
/// @param maintenance titles of announced maintenance
public record StatusReport(
        List<ServiceStatus> services, OverallStatus overall, List<Incident> incidents, List<Incident> maintenance) {}
