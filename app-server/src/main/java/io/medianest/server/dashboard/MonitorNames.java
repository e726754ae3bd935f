package io.medianest.server.dashboard;

import io.medianest.server.uptimekuma.Monitor;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/// Which monitor of Uptime Kuma watches which service: that at its address, else that with its name. What watches
/// none of ours is a service of its own.
final class MonitorNames {
    private static final Pattern ODD = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 30;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private MonitorNames() {}

    /// The names of services by the keys of monitors.
    static Map<String, String> of(List<Monitor> monitors, List<Probe> probes) {
        var ours = probes.stream()
                .filter(probe -> probe.notConfigured().get().isEmpty())
                .filter(probe -> probe.address().get().isPresent())
                .toList();
        Map<String, String> names = new HashMap<>();
        match(monitors, ours, names, (monitor, probe) -> isAt(monitor, probe, ours));
        match(monitors, ours, names, MonitorNames::isCalled);
        monitors.forEach(monitor -> names.putIfAbsent(monitor.key(), own(monitor)));
        return names;
    }

    private static void match(
            List<Monitor> monitors, List<Probe> ours, Map<String, String> names, BiPredicate<Monitor, Probe> fits) {
        var open = new ArrayList<>(ours);
        open.removeIf(probe -> names.containsValue(probe.name()));
        for (var monitor : monitors) {
            if (names.containsKey(monitor.key())) {
                continue;
            }
            var found = open.stream().filter(probe -> fits.test(monitor, probe)).findFirst();
            found.ifPresent(probe -> {
                names.put(monitor.key(), probe.name());
                open.remove(probe);
            });
        }
    }

    /// Behind a proxy several services are at one address, which then tells nothing.
    private static boolean isAt(Monitor monitor, Probe probe, List<Probe> ours) {
        var watched = Optional.ofNullable(monitor.address()).flatMap(MonitorNames::place);
        var place = probe.address().get().flatMap(MonitorNames::place);
        return watched.isPresent()
                && watched.equals(place)
                && ours.stream()
                                .filter(other -> other.address()
                                        .get()
                                        .flatMap(MonitorNames::place)
                                        .equals(place))
                                .count()
                        == 1;
    }

    private static Optional<String> place(URI address) {
        var host = address.getHost();
        int port = address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? HTTPS : HTTP;
        return Optional.ofNullable(host).map(name -> name.toLowerCase(Locale.ROOT) + ":" + port);
    }

    private static boolean isCalled(Monitor monitor, Probe probe) {
        return monitor.name().equalsIgnoreCase(probe.displayName())
                || monitor.name().equalsIgnoreCase(probe.name());
    }

    private static String own(Monitor monitor) {
        var plain = ODD.matcher(monitor.key().toLowerCase(Locale.ROOT)).replaceAll("-");
        return "kuma-" + plain.substring(0, Math.min(plain.length(), LONGEST));
    }
}
