package io.medianest.desktop.launch;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// Knows whether this machine can show a window.
public final class Display {
    private Display() {}

    /// Windows and macOS always have a display; elsewhere X11 or Wayland says where it is.
    ///
    /// @param properties of the Java machine
    /// @param environment of the process
    public static boolean isThere(Properties properties, Map<String, String> environment) {
        String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean always = system.startsWith("windows") || system.startsWith("mac");
        boolean drawnInMemory = "Headless".equals(properties.getProperty("glass.platform"));
        return always || drawnInMemory || names(environment, "DISPLAY") || names(environment, "WAYLAND_DISPLAY");
    }

    private static boolean names(Map<String, String> environment, String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}
