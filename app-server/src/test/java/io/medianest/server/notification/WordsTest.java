package io.medianest.server.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.notification.NotificationType;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    @DisplayName("every kind of notification has a title and a message in every language")
    void complete(String language) {
        var words = ResourceBundle.getBundle(
                "io.medianest.server.notification.words",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

        assertThat(words.getLocale().getLanguage()).isEqualTo(language.equals("en") ? "" : language);
        for (var type : Arrays.asList(NotificationType.values())) {
            if (type != NotificationType.UNKNOWN) {
                assertThat(words.getString(type.wireName() + ".title")).isNotBlank();
                assertThat(words.getString(type.wireName() + ".message")).contains("{0}");
            }
        }
        // What is only in the base bundle would show in English.
        assertThat(words.keySet().stream().filter(key -> key.endsWith(".reason")))
                .allSatisfy(
                        key -> assertThat(words.getString(key)).contains("{0}").contains("{1}"));
        var english = ResourceBundle.getBundle(
                "io.medianest.server.notification.words",
                Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        assertThat(words.keySet()).isEqualTo(english.keySet());
    }
}
