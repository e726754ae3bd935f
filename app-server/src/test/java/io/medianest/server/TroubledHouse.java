package io.medianest.server;

import io.medianest.server.TroubledHousehold.Catalogue;
import io.medianest.server.Use.Things;
import io.medianest.server.Use.Title;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A household, one trouble after the other.
///
/// @param catalogue where its titles come from
/// @param known a title that was looked at before
/// @param unasked titles that are on somebody's screen, and that nobody has or asked for
record TroubledHouse(
        Catalogue catalogue, TroubledHousehold household, Title known, Deque<Title> unasked, ExecutorService course)
        implements AutoCloseable {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    static TroubledHouse start(Path directory, Catalogue catalogue) {
        var household = TroubledHousehold.start(directory.resolve(catalogue.name()), catalogue);
        household.until("the library is known", () -> isKnown(household));
        var unasked = shown(household);
        return new TroubledHouse(
                catalogue, household, unasked.removeFirst(), unasked, Executors.newSingleThreadExecutor());
    }

    private static boolean isKnown(TroubledHousehold household) {
        long titles = 0;
        for (var library : household.get("/plex/libraries").path("libraries")) {
            titles += library.path("type").asText().matches("movie|show")
                    ? library.path("count").asLong()
                    : 0;
        }
        return household.get("/dashboard/stats").at("/summary/librarySize").asLong() == titles;
    }

    private static Deque<Title> shown(TroubledHousehold household) {
        var titles = new ArrayDeque<Title>();
        for (int page = 1; page <= 6; page++) {
            for (var item :
                    household.get("/media/trending?limit=20&page=" + page).path("results")) {
                var there = item.path("availability");
                if (!there.path("plex").asBoolean() && !there.path("requested").asBoolean()) {
                    titles.add(new Title(
                            item.path("type").asText(), item.path("id").asText()));
                }
            }
        }
        return titles;
    }

    Things things() {
        int number = NUMBERS.incrementAndGet();
        return new Things(unasked.removeFirst(), known, "fault%06d".formatted(number), "word" + number);
    }

    /// The same without a title that nobody has asked for yet.
    Things otherThings() {
        int number = NUMBERS.incrementAndGet();
        return new Things(known, known, "fault%06d".formatted(number), "word" + number);
    }

    @Override
    public void close() {
        course.shutdownNow();
        household.close();
    }
}
