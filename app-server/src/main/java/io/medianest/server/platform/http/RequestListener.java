package io.medianest.server.platform.http;

import io.medianest.model.api.ErrorCode;

/// Hears of each request that was answered, on the thread that did it. Must be quick and throw nothing.
@FunctionalInterface
public interface RequestListener {
    /// A request failed; told before it is [#answered].
    default void failed(ErrorKind kind, ErrorCode code) {}

    /// Where nobody counts.
    RequestListener NOBODY = (method, route, status, nanos) -> {};

    /// @param method `OTHER` for what is in no table, and its `route` too
    /// @param route as the route table has it, for example `/media/requests/{id}`
    /// @param status of the reply
    /// @param nanos how long it took
    void answered(String method, String route, int status, long nanos);
}
