package io.medianest.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static final String BUNDLE = "io.medianest.desktop.i18n.said";

    private final Phrases german = new Phrases(BUNDLE, Locale.GERMANY, Map.of());

    @Test
    @DisplayName("says in German what the server says in English, with the names and numbers in it")
    void translates() {
        assertThat(german.translated("The video is private. Only who uploaded it can share it."))
                .isEqualTo("Das Video ist privat. Nur wer es hochgeladen hat, kann es teilen.");
        assertThat(german.translated("Plex answered with HTTP 500")).isEqualTo("Plex hat mit HTTP 500 geantwortet");
        assertThat(german.translated("The video's host asks us to slow down. It is tried again later."))
                .startsWith("Der Anbieter");
        assertThat(german.translated("Uptime Kuma, which watches it, does not answer"))
                .isEqualTo("Uptime Kuma, das darauf achtet, antwortet nicht");
        assertThat(german.translated(
                        "YouTube does not tell: yt-dlp is too old for what YouTube sends today. Update it."))
                .as("a sentence in a sentence")
                .startsWith("YouTube gibt keine Auskunft: yt-dlp ist zu alt");
        assertThat(german.translated("yt-dlp 2023.03.04, ffmpeg 5.1; yt-dlp is 1366 days old and may fail."
                        + " With pipx: run pipx upgrade yt-dlp."))
                .isEqualTo("yt-dlp 2023.03.04, ffmpeg 5.1; yt-dlp ist 1366 Tage alt und kann scheitern."
                        + " Mit pipx: Führe pipx upgrade yt-dlp aus.");
    }

    @Test
    @DisplayName("leaves what it does not know, and everything in English and in languages without such a bundle")
    void leaves() {
        assertThat(german.translated("It's too big {0}")).isEqualTo("It's too big {0}");
        for (Locale other : new Locale[] {Locale.UK, Locale.FRENCH}) {
            assertThat(new Phrases(BUNDLE, other, Map.of()).translated("Many requests fail"))
                    .isEqualTo("Many requests fail");
        }
    }

    @Test
    @DisplayName("says it in a language that people have added, and passes over what makes no sense there")
    void added() {
        var french = new Phrases(
                BUNDLE,
                Locale.FRENCH,
                Map.of("said.video.slowDown", "Plus lentement.", "said.video.private", "Privée {"));

        assertThat(french.translated("The video's host asks us to slow down. It is tried again later."))
                .isEqualTo("Plus lentement.");
        assertThat(french.translated("The video is private. Only who uploaded it can share it."))
                .startsWith("The video is private.");
    }

    @Test
    @DisplayName("every sentence is one that the server says: its source has the same words")
    void current() {
        String source = source();
        ResourceBundle english = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
        for (String key : english.keySet()) {
            for (String part : english.getString(key).split("\\{\\d}", -1)) {
                assertThat(source.contains(part.strip()))
                        .as("%s: the server says nowhere \"%s\"", key, part)
                        .isTrue();
            }
        }
    }

    /// With sentences that are broken into several lines made whole again.
    private static String source() {
        try (Stream<Path> files = Files.walk(Path.of("..", "app-server", "src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(PhrasesTest::text)
                    .collect(Collectors.joining())
                    .replaceAll("\"\\s*\\+\\s*\"", "")
                    .replaceAll("%[ds]", "")
                    .replace('\'', '’');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
