package io.medianest.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.api.ApiException;
import io.medianest.model.api.ErrorCode;
import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    private static final Clock CLOCK = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);

    private final Texts english = new Texts(Locale.UK, CLOCK);
    private final Texts german = new Texts(Locale.GERMANY, CLOCK);

    static List<Path> englishBundles() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(TextsTest.class.getResource("/io/medianest/desktop/i18n"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith("_de.properties"))
                    .sorted()
                    .toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Properties german(Path english) throws IOException {
        return read(english.resolveSibling(english.getFileName().toString().replace(".properties", "_de.properties")));
    }

    @ParameterizedTest
    @MethodSource("englishBundles")
    @DisplayName("every text is there in German, too, and takes as many arguments")
    void complete(Path file) throws IOException {
        Properties english = read(file);
        Properties german = german(file);

        assertThat(german.keySet()).isEqualTo(english.keySet());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(german.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    private static long arguments(String pattern) {
        Format[] formats = new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex();
        return Arrays.stream(formats).count();
    }

    @ParameterizedTest
    @MethodSource("englishBundles")
    @DisplayName("a key begins with the name of its bundle, and no apostrophe swallows an argument")
    void keys(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".properties", "");
        for (Properties bundle : List.of(read(file), german(file))) {
            assertThat(bundle.stringPropertyNames()).allMatch(key -> key.startsWith(name + "."));
            assertThat(bundle.values()).noneMatch(text -> text.toString().contains("'"));
        }
    }

    @Test
    @DisplayName("counts in words")
    void counts() {
        assertThat(english.get("search.count", 1)).isEqualTo("1 title");
        assertThat(english.get("search.count", 1420)).isEqualTo("1,420 titles");
        assertThat(german.get("search.count", 1420)).isEqualTo("1.420 Titel");
    }

    @Test
    @DisplayName("says when as people do")
    void moments() {
        assertThat(english.moment(FakeApi.NOW)).isEqualTo("Today 18:10");
        assertThat(english.momentWithin(FakeApi.NOW)).isEqualTo("today 18:10");
        assertThat(german.moment(FakeApi.NOW.minus(Duration.ofDays(1)))).isEqualTo("Gestern 18:10");
        assertThat(english.moment(FakeApi.NOW.minus(Duration.ofDays(9))))
                .isEqualTo(english.date(LocalDate.of(2026, 11, 12)));
        assertThat(english.ago(FakeApi.NOW.minusSeconds(20))).isEqualTo("just now");
        assertThat(english.ago(FakeApi.NOW.minusSeconds(540))).isEqualTo("9 min ago");
        assertThat(english.ago(FakeApi.NOW.minus(Duration.ofDays(1)))).isEqualTo("1 day ago");
        assertThat(english.minutes(153)).isEqualTo("2 h 33 min");
        assertThat(english.minutes(45)).isEqualTo("45 min");
    }

    @Test
    @DisplayName("has plain words for what may go wrong, and takes the server's for what it does not know")
    void problems() {
        assertThat(english.problem(FakeApi.problem(ErrorCode.FORBIDDEN))).isEqualTo("You may not do this");
        assertThat(english.problem(FakeApi.problem(ErrorCode.PAYLOAD_TOO_LARGE)))
                .isEqualTo("In words");
        assertThat(german.problem(ApiException.noAnswer(new IOException("refused"))))
                .isEqualTo("Der MediaNest-Server antwortet nicht");
    }

    @Test
    @DisplayName("speaks English to those whose language it does not know")
    void languages() {
        assertThat(Texts.language("de").getLanguage()).isEqualTo("de");
        assertThat(Texts.language("fr").getLanguage()).isEqualTo("en");
        assertThat(Texts.language("system").getLanguage())
                .isEqualTo(Locale.getDefault().getLanguage());
    }
}
