package io.medianest.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguagesTest {
    private static final Clock CLOCK = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Texts french() {
        Languages languages = Languages.in(folder);
        return new Texts(languages.locale("fr"), CLOCK, languages);
    }

    @Test
    @DisplayName("a language is called as it calls itself, and one that Java does not know by its tag")
    void names() {
        assertThat(Languages.name("fr")).isEqualTo("Français");
        assertThat(Languages.name("und")).isEqualTo("und");
    }

    @Test
    @DisplayName("a language comes by a file for each screen or by one for all; what is missing is English")
    void added() throws IOException {
        Files.writeString(folder.resolve("shell_fr.properties"), "shell.rail.home=Accueil\n");
        Files.writeString(folder.resolve("fr.properties"), "search.count={0} titres\nshell.rail.search=Chercher\n");

        assertThat(Languages.in(folder).tags()).containsExactly("en", "de", "fr");
        assertThat(french().get("shell.rail.home")).isEqualTo("Accueil");
        assertThat(french().get("search.count", 3)).isEqualTo("3 titres");
        assertThat(french().get("shell.rail.status")).isEqualTo("Status");
    }

    @Test
    @DisplayName("a text that makes no sense is said in English, and a file that is none is left out")
    void broken() throws IOException {
        Files.writeString(folder.resolve("fr.properties"), "search.count={0,choice,nonsense\n");
        Files.writeString(folder.resolve("notes.txt"), "hello");
        Files.write(folder.resolve("it.properties"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThat(Languages.in(folder).tags()).containsExactly("en", "de", "fr");
        assertThat(french().get("search.count", 1)).isEqualTo("1 title");
    }

    @Test
    @DisplayName("without a folder there are the two that are built in")
    void none() {
        assertThat(Languages.in(folder.resolve("missing")).tags()).containsExactly("en", "de");
    }
}
