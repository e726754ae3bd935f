package io.medianest.server.platform.http;

/// Answers one kind of request. What it throws becomes an error reply.
@FunctionalInterface
public interface RouteHandler {
    void handle(Exchange exchange);
}
