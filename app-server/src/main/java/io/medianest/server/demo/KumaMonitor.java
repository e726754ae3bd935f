package io.medianest.server.demo;

import java.util.List;

/// Something the Uptime Kuma stand-in watches.
///
/// @param watches whose mood shows in its latest beats
/// @param ping its usual answer time in milliseconds
/// @param mishap about one beat in so many fails by chance
record KumaMonitor(int id, String name, DemoService watches, int ping, int mishap) {
    static final List<KumaMonitor> ALL = List.of(
            new KumaMonitor(1, "Plex", DemoService.PLEX, 24, 900),
            new KumaMonitor(2, "Overseerr", DemoService.OVERSEERR, 61, 260),
            new KumaMonitor(3, "TMDB", DemoService.TMDB, 118, 500),
            new KumaMonitor(4, "YouTube", DemoService.YT_DLP, 210, 120));

    String url() {
        return "http://%s.household.invalid/".formatted(watches.id());
    }
}
