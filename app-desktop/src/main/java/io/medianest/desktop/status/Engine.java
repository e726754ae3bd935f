package io.medianest.desktop.status;

import io.medianest.desktop.api.OperationsApi.Letters;
import io.medianest.model.admin.AdminStats;
import io.medianest.model.admin.BreakerReport;
import java.util.List;

/// What goes on inside the server, as its keeper sees it.
public record Engine(List<BreakerReport> breakers, Letters letters, AdminStats stats) {}
