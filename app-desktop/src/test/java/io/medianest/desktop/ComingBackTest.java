package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.shell.Route;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ComingBackTest {
    private static final List<Route> SCREENS = List.of(
            new Route.Home(),
            new Route.Search(),
            new Route.Requests(null),
            new Route.Downloads(null),
            new Route.Library(null),
            new Route.Status(),
            new Route.Notifications(),
            new Route.Settings());
    private static final int VISITS = 5;

    @Test
    @DisplayName("whoever comes back to a screen does not wait for the FX thread to make it ready")
    void quick() {
        var least = new LinkedHashMap<Route, Duration>();
        try (var window = new FakeWindow().open()) {
            for (int visit = 0; visit < VISITS; visit++) {
                for (Route screen : SCREENS) {
                    Duration work = FxWork.longestStretch(
                            () -> window.wiring().navigator().go(screen));
                    // The first visit makes the screen. Of the others the least: whatever else goes on can only add to
                    // it.
                    if (visit > 0) {
                        least.merge(screen, work, (one, other) -> one.compareTo(other) < 0 ? one : other);
                    }
                }
            }
        }
        assertThat(least.values())
                .as("the least work for each of %s", least)
                .allMatch(work -> work.compareTo(FxWatchdog.LIMIT) < 0);
    }
}
