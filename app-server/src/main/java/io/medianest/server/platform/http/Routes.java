package io.medianest.server.platform.http;

/// The HTTP side of a feature: a table of contents.
public interface Routes {
    void routing(RouteTable routes);
}
