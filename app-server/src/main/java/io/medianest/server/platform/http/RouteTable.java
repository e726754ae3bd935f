package io.medianest.server.platform.http;

/// Collects the routes of the features. Paths are relative to `/api/v1` and answer without it too; `{name}` is a
/// parameter.
public interface RouteTable {
    RouteTable get(String path, Access access, RouteHandler handler);

    /// A page or file for browsers, no part of the API: open to everybody, uncounted, and not below `/api/v1`.
    RouteTable getAtRoot(String path, RouteHandler handler);

    RouteTable post(String path, Access access, RouteHandler handler);

    RouteTable put(String path, Access access, RouteHandler handler);

    RouteTable patch(String path, Access access, RouteHandler handler);

    RouteTable delete(String path, Access access, RouteHandler handler);
}
