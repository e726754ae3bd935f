package io.medianest.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TrayKindTest {
    private static Properties system(String name) {
        var properties = new Properties();
        properties.setProperty("os.name", name);
        return properties;
    }

    @Test
    @DisplayName("there is none where nobody looks, so that AWT is never woken")
    void none() {
        assertThat(TrayKind.here(System.getProperties(), Map.of("DISPLAY", ":0")))
                .isEqualTo(TrayKind.NONE);
        assertThat(TrayKind.here(system("Linux"), Map.of())).isEqualTo(TrayKind.NONE);
        var headless = system("Windows 11");
        headless.setProperty("java.awt.headless", "true");
        assertThat(TrayKind.here(headless, Map.of())).isEqualTo(TrayKind.NONE);
        assertThat(TrayKind.NONE.open(
                        new TrayPicture(0, new int[0]), new TrayCommands(() -> {}, () -> {}, () -> {}, () -> {})))
                .isEmpty();
    }

    @Test
    @DisplayName("each system tells news in its own way")
    void kinds() {
        assertThat(TrayKind.here(system("Windows 11"), Map.of())).isEqualTo(TrayKind.AWT);
        assertThat(TrayKind.here(system("Mac OS X"), Map.of())).isEqualTo(TrayKind.AWT);
        assertThat(TrayKind.here(system("Linux"), Map.of("DISPLAY", ":0"))).isEqualTo(TrayKind.AWT_WITH_SERVICE);
    }
}
