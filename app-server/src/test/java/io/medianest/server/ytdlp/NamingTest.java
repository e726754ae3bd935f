package io.medianest.server.ytdlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamingTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    @Test
    @DisplayName("the three arrangements, with a date and without")
    void arrangements() {
        var dated = video("How a Lens Is Made", "Blue Harbour", DAY);
        var undated = video("How a Lens Is Made", null, null);

        assertThat(Naming.PLEX.path(dated, "mp4"))
                .isEqualTo(Path.of(
                        "Blue Harbour",
                        "Season 2024",
                        "Blue Harbour - s2024e0301 - How a Lens Is Made [dQw4w9WgXcQ].mp4"));
        assertThat(Naming.PLEX.path(undated, "mp4"))
                .isEqualTo(Path.of("Unknown", "Unknown - How a Lens Is Made [dQw4w9WgXcQ].mp4"));
        assertThat(Naming.FLAT.path(dated, "webm"))
                .isEqualTo(Path.of("Blue Harbour - How a Lens Is Made [dQw4w9WgXcQ].webm"));
        assertThat(Naming.FILM.path(dated, "mkv"))
                .isEqualTo(Path.of("How a Lens Is Made (2024)", "How a Lens Is Made (2024) [dQw4w9WgXcQ].mkv"));
        assertThat(Naming.FILM.path(undated, "mkv"))
                .isEqualTo(Path.of("How a Lens Is Made", "How a Lens Is Made [dQw4w9WgXcQ].mkv"));
    }

    @ParameterizedTest(name = "“{0}”")
    @CsvSource({
        "AC/DC, AC-DC",
        "What is it?, What is it",
        "Part 1: The Beginning, Part 1 - The Beginning",
        "12:30, 12-30",
        "'<b>\"Quoted\"</b>', (b)'Quoted'(-b)",
        "a | b \\ c, a-b-c",
        "wait..., wait",
        "' .hidden ', hidden",
        ".., Untitled",
        "???, Untitled",
        "'', Untitled",
        "con, _con",
        "NUL.txt, _NUL.txt",
        "Console, Console",
        "Größe 大きい 🎬, Größe 大きい 🎬",
    })
    @DisplayName("names read as they were meant and suit every system")
    void readable(String title, String name) {
        assertThat(FileNames.safe(title, 100)).isEqualTo(name);
    }

    @ParameterizedTest(name = "“{0}”")
    @ValueSource(
            strings = {
                "../../../../etc/passwd",
                "..\\..\\windows\\system32",
                "/absolute",
                "C:\\Windows",
                "a\u0000b",
                "line\nbreak\r\ttab",
                "\u202egpj.exe",
                "\ud800 half a letter",
                "e\u0301 and more",
                "🎬",
                "~/$HOME/%(title)s/`id`/;rm -rf",
                "CON",
                "aux.mp4",
                "   ",
            })
    @DisplayName("no text makes a path that leaves its folder, or a name that some system refuses")
    void harmless(String text) {
        for (var naming : Naming.values()) {
            harmless(naming, text);
            harmless(naming, text.repeat(300));
        }
    }

    private static void harmless(Naming naming, String text) {
        var video = new FoundVideo(text, text, text, DAY, null, null);
        var path = naming.path(video, "mp4");

        assertThat(path.isAbsolute()).isFalse();
        assertThat(path.normalize()).isEqualTo(path);
        assertThat(path.getNameCount()).isLessThanOrEqualTo(3);
        assertThat(StreamSupport.stream(path.spliterator(), false).map(Path::toString))
                .allMatch(name -> name.getBytes(StandardCharsets.UTF_8).length <= 240)
                .allMatch(name -> !name.matches("(?s).*[<>:\"/\\\\|?*\\p{Cntrl}].*"))
                .allMatch(name -> !name.matches("(?i)(con|aux|nul|prn)(\\..*)?"))
                .allMatch(name -> !name.matches("(?s)^[ .].*|.*[ .]$"));
    }

    @ParameterizedTest
    @EnumSource(Naming.class)
    @DisplayName("two videos of one title are told apart")
    void apart(Naming naming) {
        var one = new FoundVideo("a1", "Rain", "Rivers", DAY, null, null);
        var other = new FoundVideo("a2", "Rain", "Rivers", DAY, null, null);

        assertThat(naming.path(one, "mp4")).isNotEqualTo(naming.path(other, "mp4"));
    }

    private static FoundVideo video(String title, @Nullable String uploader, @Nullable LocalDate day) {
        return new FoundVideo("dQw4w9WgXcQ", title, uploader, day, 60L, null);
    }
}
