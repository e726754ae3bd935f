package io.medianest.server.account;

import static io.medianest.model.api.ErrorCode.USER_NOT_FOUND;
import static io.medianest.model.api.ErrorCode.VALIDATION_ERROR;
import static io.medianest.server.account.Household.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.account.Preferences;
import io.medianest.model.account.ProfileChange;
import io.medianest.model.event.ServerEvent.PreferencesChanged;
import io.medianest.model.request.Quality;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {
    private static final Preferences GERMAN_AND_DARK = new Preferences(Quality.UHD, false, "dark", "de");

    private final Household household = new Household();
    private final Profiles profiles = household.profiles;
    private final String userId = household.user();

    @AfterEach
    void close() {
        household.close();
    }

    @Test
    @DisplayName("who has chosen nothing has no preferences")
    void none() {
        assertThat(profiles.preferences(userId)).isEqualTo(Preferences.NONE);
        assertRefused(USER_NOT_FOUND, null, () -> profiles.preferences("usr_none"));
    }

    @Test
    @DisplayName("preferences are replaced as a whole, show at once everywhere, and all clients hear of them")
    void replace() {
        profiles.replace(userId, GERMAN_AND_DARK);
        assertThat(profiles.preferences(userId)).isEqualTo(GERMAN_AND_DARK);
        assertThat(household.accounts.user(userId).preferences()).isEqualTo(GERMAN_AND_DARK);

        var light = preferences("light", null);
        assertThat(profiles.replace(userId, light)).isEqualTo(light);
        assertThat(profiles.preferences(userId)).isEqualTo(light);
        assertThat(household.events)
                .containsExactly(
                        new PreferencesChanged(userId, GERMAN_AND_DARK, null),
                        new PreferencesChanged(userId, light, null));
    }

    @Test
    @DisplayName("a client changes what it names, and is not told what it knows")
    void change() {
        profiles.replace(userId, GERMAN_AND_DARK);
        household.events.clear();

        var changed = profiles.change(userId, preferences("light", null), "socket-1");

        assertThat(changed).isEqualTo(new Preferences(Quality.UHD, false, "light", "de"));
        assertThat(profiles.preferences(userId)).isEqualTo(changed);
        assertThat(household.events).containsExactly(new PreferencesChanged(userId, changed, "socket-1"));
    }

    @Test
    @DisplayName("what changes nothing is no news")
    void nothing() {
        profiles.replace(userId, GERMAN_AND_DARK);
        household.events.clear();

        profiles.replace(userId, GERMAN_AND_DARK);
        profiles.change(userId, preferences("dark", null), "socket-1");
        profiles.change(userId, new ProfileChange("Mia", null));

        assertThat(household.events).isEmpty();
    }

    @Test
    @DisplayName("a person changes their name and some preferences, and nobody else's")
    void profile() {
        var other = household.user();
        profiles.replace(userId, GERMAN_AND_DARK);
        household.clock.advance(Duration.ofMinutes(1));

        var changed = profiles.change(userId, new ProfileChange(" Mia ", preferences(null, "en-GB")));

        assertThat(changed.username()).isEqualTo("Mia");
        assertThat(changed.preferences()).isEqualTo(new Preferences(Quality.UHD, false, "dark", "en-GB"));
        assertThat(changed.updatedAt()).isEqualTo(household.clock.instant());
        assertThat(profiles.preferences(other)).isEqualTo(Preferences.NONE);
        assertThat(household.accounts.user(other).username()).isEqualTo("name-" + other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00e4aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    @DisplayName("a name is neither empty nor a novel")
    void badName(String name) {
        assertRefused(VALIDATION_ERROR, "username", () -> profiles.change(userId, new ProfileChange(name, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deutsch!", "d", "de_DE", "de-", "en-012345678", "de-aa-bb-cc-dd-ee-ff-gg-hh-ii-jj-kk-ll"})
    @DisplayName("a language is a language tag")
    void badLanguage(String language) {
        assertRefused(VALIDATION_ERROR, "language", () -> profiles.replace(userId, preferences(null, language)));
        assertThat(profiles.preferences(userId)).isEqualTo(Preferences.NONE);
    }

    @Test
    @DisplayName("what cannot be taken is named, and nothing is changed")
    void refused() {
        var unknown = new Preferences(Quality.UNKNOWN, null, null, null);
        assertRefused(VALIDATION_ERROR, "defaultQuality", () -> profiles.replace(userId, unknown));
        assertRefused(VALIDATION_ERROR, "theme", () -> profiles.change(userId, preferences("pink", null), "s"));
        assertRefused(
                VALIDATION_ERROR,
                "preferences.theme",
                () -> profiles.change(userId, new ProfileChange("Mia", preferences("pink", null))));
        assertRefused(USER_NOT_FOUND, null, () -> profiles.replace("usr_none", GERMAN_AND_DARK));

        assertThat(household.accounts.user(userId).username()).isNotEqualTo("Mia");
        assertThat(profiles.preferences(userId)).isEqualTo(Preferences.NONE);
        assertThat(household.events).isEmpty();
    }

    private static Preferences preferences(@Nullable String theme, @Nullable String language) {
        return new Preferences(null, null, theme, language);
    }
}
