package io.medianest.server.demo;

import io.medianest.server.demo.art.Subject;
import java.util.Map;
import java.util.Optional;

/// TMDB's image host, under `/t/p`. Thread-safe.
final class TmdbImagesStandIn {
    private static final Map<String, Integer> WIDTHS = Map.of(
            "w45", 45, "w92", 92, "w154", 154, "w185", 185, "w300", 300, "w342", 342, "w500", 500, "w780", 780, "w1280",
            1280);
    private static final int TALL_PORTRAIT = 632;

    private final Gallery gallery;

    TmdbImagesStandIn(Gallery gallery) {
        this.gallery = gallery;
    }

    RouteList routes() {
        return new RouteList()
                .get("/t/p/{size}/{name}", this::picture)
                .otherwise(call -> Reply.text(404, "text/plain", "File not Found"));
    }

    private Reply picture(Call call) {
        var subject = gallery.find(call.param("name"));
        var width = subject.flatMap(known -> width(call.param("size"), known));
        if (subject.isEmpty() || width.isEmpty()) {
            return Reply.text(404, "text/plain", "File not Found");
        }
        return Reply.picture(gallery.picture(subject.get(), width.get(), height(subject.get(), width.get())));
    }

    private static Optional<Integer> width(String size, Subject subject) {
        return switch (size) {
            case "original" -> Optional.of(subject instanceof Subject.Backdrop ? 1920 : 1000);
            case "h632" -> Optional.of(TALL_PORTRAIT * 2 / 3);
            default -> Optional.ofNullable(WIDTHS.get(size));
        };
    }

    private static int height(Subject subject, int width) {
        return switch (subject) {
            case Subject.Backdrop backdrop -> width * 9 / 16;
            case Subject.Poster poster -> width * 3 / 2;
            case Subject.Portrait portrait -> width * 3 / 2;
        };
    }
}
