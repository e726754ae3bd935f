package io.medianest.server.web;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// HTTP of the page for phones: its files, and none but those. Thread-safe.
public final class WebRoutes implements Routes {
    private static final String PAGE = "index.html";

    /// Everything comes from here, scripts and styles from files alone, and nobody may put the page into a frame.
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "webmanifest", "application/manifest+json");

    private final Map<String, byte[]> files = Stream.of(
                    PAGE,
                    "style.css",
                    "icon.svg",
                    "manifest.webmanifest",
                    "main.js",
                    "api.js",
                    "details.js",
                    "dom.js",
                    "list.js",
                    "live.js",
                    "me.js",
                    "requests.js",
                    "search.js",
                    "signin.js",
                    "words.js")
            .collect(Collectors.toUnmodifiableMap(name -> name, WebRoutes::read));

    @Override
    public void routing(RouteTable routes) {
        routes.getAtRoot("/", this::page).getAtRoot("/web/{file}", this::file);
    }

    private void page(Exchange exchange) {
        send(exchange, PAGE, files.get(PAGE));
    }

    private void file(Exchange exchange) {
        var name = exchange.path("file");
        send(exchange, name, files.get(name));
    }

    /// Browsers ask each time whether a file is still the same: after an update no old one meets a new one.
    private static void send(Exchange exchange, String name, byte @Nullable [] content) {
        if (content == null) {
            throw new MediaNestException(ErrorCode.NOT_FOUND, "There is no such file", name);
        }
        exchange.setHeader("Content-Security-Policy", POLICY)
                .setHeader("Referrer-Policy", "no-referrer")
                .setHeader("X-Frame-Options", "DENY")
                .file(TYPES.getOrDefault(ending(name), "application/octet-stream"), content, Duration.ZERO);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static byte[] read(String name) {
        try (var file = WebRoutes.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
