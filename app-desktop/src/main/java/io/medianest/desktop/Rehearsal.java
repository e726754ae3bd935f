package io.medianest.desktop;

import io.medianest.desktop.shell.Navigator;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.Async;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A walk through all screens that ends the program: packaging has it so, to learn what a start needs. Belongs to the
/// FX thread.
final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final Duration STAY = Duration.ofSeconds(1);
    /// The demo has it.
    private static final TitleKey A_FILM = new TitleKey(MediaType.MOVIE, "10331");

    private final Navigator navigator;
    private final Async async;
    private final Runnable end;

    Rehearsal(Navigator navigator, Async async, Runnable end) {
        this.navigator = navigator;
        this.async = async;
        this.end = end;
    }

    /// Whether `-Dmedianest.rehearsal=true` asks for it.
    static boolean isWanted() {
        return Boolean.getBoolean("medianest.rehearsal");
    }

    /// Nobody is there who could press “Quit”.
    static void giveUp() {
        Thread.ofPlatform().name("end of the rehearsal").start(() -> System.exit(1));
    }

    void begin() {
        walk(List.of(
                new Route.Home(),
                new Route.Search(),
                new Route.Details(A_FILM),
                new Route.Requests(null),
                new Route.Downloads(null),
                new Route.Library(null),
                new Route.Status(),
                new Route.Notifications(),
                new Route.Settings(),
                new Route.Home()));
    }

    private void walk(List<Route> places) {
        if (places.isEmpty()) {
            LOG.info("The rehearsal is over");
            end.run();
            return;
        }
        navigator.go(places.getFirst());
        async.latest(this, STAY, () -> places.subList(1, places.size()))
                .then(this::walk, problem -> LOG.warn("The rehearsal broke off", problem));
    }
}
