package io.medianest.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DisplayTest {
    private static Properties system(String name) {
        var properties = new Properties();
        properties.setProperty("os.name", name);
        return properties;
    }

    @Test
    @DisplayName("Linux has a display when X11 or Wayland says where")
    void linux() {
        assertThat(Display.isThere(system("Linux"), Map.of("DISPLAY", ":0"))).isTrue();
        assertThat(Display.isThere(system("Linux"), Map.of("WAYLAND_DISPLAY", "wayland-0")))
                .isTrue();
        assertThat(Display.isThere(system("Linux"), Map.of("DISPLAY", " "))).isFalse();
        assertThat(Display.isThere(system("Linux"), Map.of())).isFalse();
    }

    @Test
    @DisplayName("Windows and macOS always have one")
    void others() {
        assertThat(Display.isThere(system("Windows 11"), Map.of())).isTrue();
        assertThat(Display.isThere(system("Mac OS X"), Map.of())).isTrue();
    }
}
