package io.medianest.desktop.tray;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// Which tray there may be on this machine.
public enum TrayKind {
    /// None: nothing is shown to anybody, or the window is only drawn in memory.
    NONE,
    /// What AWT finds, with bubbles of its own.
    AWT,
    /// What AWT finds; bubbles come from the desktop's notification service.
    AWT_WITH_SERVICE;

    /// Decides without waking AWT.
    ///
    /// @param properties of the Java machine
    /// @param environment of the process
    public static TrayKind here(Properties properties, Map<String, String> environment) {
        boolean drawnInMemory = "Headless".equals(properties.getProperty("glass.platform"));
        if (drawnInMemory || Boolean.parseBoolean(properties.getProperty("java.awt.headless"))) {
            return NONE;
        }
        String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows") || system.startsWith("mac")) {
            return AWT;
        }
        return environment.getOrDefault("DISPLAY", "").isBlank() ? NONE : AWT_WITH_SERVICE;
    }

    /// Opens it; may take a second.
    public Optional<Tray> open(TrayPicture picture, TrayCommands commands) {
        return this == NONE ? Optional.empty() : AwtTray.open(picture, commands);
    }
}
