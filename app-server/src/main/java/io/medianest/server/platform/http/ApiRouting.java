package io.medianest.server.platform.http;

/// Where the API lives.
public final class ApiRouting {
    /// The first part of every address of the API; the same routes also answer without it.
    public static final String BASE = "/api/v1";

    private ApiRouting() {}
}
