package io.medianest.server.openapi;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.ApiRouting.Endpoint;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// HTTP of the API's description: as a document for programs, as a page for people. Thread-safe.
public final class OpenApiRoutes implements Routes {
    private static final String PAGE = "index.html";
    private static final Map<String, String> FILES = Map.of(
            "page.css", "text/css; charset=utf-8",
            "page.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    /// The page loads from here alone, and nobody may put it into a frame.
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String version;
    private final Supplier<List<Endpoint>> endpoints;
    private @Nullable Written document;

    /// @param endpoints asked at the first request, when all features have added theirs
    public OpenApiRoutes(String version, Supplier<List<Endpoint>> endpoints) {
        this.version = version;
        this.endpoints = endpoints;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/openapi.json", Access.PUBLIC_UNCOUNTED, this::json)
                .get("/openapi.yaml", Access.PUBLIC_UNCOUNTED, this::yaml)
                .get("/docs", Access.PUBLIC_UNCOUNTED, this::page)
                .get("/docs/{file}", Access.PUBLIC_UNCOUNTED, this::file);
    }

    private void json(Exchange exchange) {
        exchange.file("application/json", document().json(), Duration.ZERO);
    }

    private void yaml(Exchange exchange) {
        exchange.file("application/yaml", document().yaml(), Duration.ZERO);
    }

    private void page(Exchange exchange) {
        exchange.setHeader("Content-Security-Policy", POLICY).setHeader("Referrer-Policy", "no-referrer");
        exchange.file("text/html; charset=utf-8", resource(PAGE), Duration.ZERO);
    }

    private void file(Exchange exchange) {
        var name = exchange.path("file");
        var contentType = FILES.get(name);
        if (contentType == null) {
            throw new MediaNestException(ErrorCode.NOT_FOUND, "There is no such file", name);
        }
        exchange.file(contentType, resource(name), Duration.ZERO);
    }

    private synchronized Written document() {
        var known = document;
        if (known == null) {
            var assembled = OpenApiDocument.assemble(version, endpoints.get());
            known = new Written(bytes(assembled.json()), bytes(assembled.yaml()));
            document = known;
        }
        return known;
    }

    /// The document as it is sent, so that many who ask at once do not each have a copy.
    @SuppressWarnings("ArrayRecordComponent") // written by nobody
    private record Written(byte[] json, byte[] yaml) {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (var in = OpenApiRoutes.class.getResourceAsStream("docs/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
