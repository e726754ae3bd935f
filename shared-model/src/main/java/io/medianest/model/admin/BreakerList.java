package io.medianest.model.admin;

import java.util.List;

/// The circuit breakers of all outside services.
public record BreakerList(List<BreakerReport> circuitBreakers) {}
