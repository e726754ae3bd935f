package io.medianest.desktop.device;

import io.medianest.desktop.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a device that somebody is signed in on is called.
public final class DeviceName {
    /// With this every browser begins to speak of itself.
    private static final String BROWSER = "Mozilla/";

    /// The first that fits counts: what comes later is claimed by those before it as well.
    private static final List<Sign> MACHINES = List.of(
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Android", "Android"),
            new Sign("CrOS", "Chromebook"),
            new Sign("Macintosh", "Mac"),
            new Sign("Windows", "Windows"),
            new Sign("Linux", "Linux"));

    private static final List<Sign> BROWSERS = List.of(
            new Sign("Edg", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("SamsungBrowser/", "Samsung Internet"),
            new Sign("Firefox/", "Firefox"),
            new Sign("FxiOS/", "Firefox"),
            new Sign("Chrome/", "Chrome"),
            new Sign("CriOS/", "Chrome"),
            new Sign("Safari/", "Safari"));

    private DeviceName() {}

    /// By what one knows it.
    ///
    /// @param word in what it says of itself
    private record Sign(String word, String name) {}

    /// The name that it was given, or “iPhone · Safari” for what a browser says of itself.
    ///
    /// @param device as the server tells; null when it knows nothing
    public static String of(@Nullable String device, Texts texts) {
        if (device == null) {
            return texts.get("devices.unnamed");
        }
        if (!device.startsWith(BROWSER)) {
            return device;
        }
        String known = Stream.of(MACHINES, BROWSERS)
                .flatMap(signs -> find(device, signs).stream())
                .collect(Collectors.joining(" · "));
        return known.isEmpty() ? texts.get("devices.unnamed") : known;
    }

    private static Optional<String> find(String device, List<Sign> signs) {
        return signs.stream()
                .filter(sign -> device.contains(sign.word()))
                .map(Sign::name)
                .findFirst();
    }
}
