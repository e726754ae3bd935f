package io.medianest.model.status;

/// All services in one word. Services that are not configured do not count against it.
public record OverallStatus(ServiceState status, int onlineServices, int totalServices) {}
