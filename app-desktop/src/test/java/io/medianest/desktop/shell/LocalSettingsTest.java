package io.medianest.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.MemoryPreferences;
import io.medianest.desktop.shell.LocalSettings.Place;
import io.medianest.desktop.ui.Theme;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LocalSettingsTest {
    private final MemoryPreferences store = new MemoryPreferences();

    @Test
    @DisplayName("follows the system until somebody chooses")
    void first() {
        var settings = new LocalSettings(store);

        assertThat(settings.themeProperty().get()).isEqualTo(Theme.Choice.SYSTEM);
        assertThat(settings.languageProperty().get()).isEqualTo("system");
        assertThat(settings.place()).isEmpty();
    }

    @Test
    @DisplayName("remembers look, language and place")
    void remembers() {
        var before = new LocalSettings(store);
        before.themeProperty().set(Theme.Choice.LIGHT);
        before.languageProperty().set("de");
        before.remember(new Place(10, 20, 1200, 800, true));

        var after = new LocalSettings(store);
        assertThat(after.themeProperty().get()).isEqualTo(Theme.Choice.LIGHT);
        assertThat(after.languageProperty().get()).isEqualTo("de");
        assertThat(after.place()).contains(new Place(10, 20, 1200, 800, true));
    }

    @Test
    @DisplayName("takes nonsense in the store for no choice")
    void nonsense() {
        store.put("theme", "purple");

        assertThat(new LocalSettings(store).themeProperty().get()).isEqualTo(Theme.Choice.SYSTEM);
    }
}
