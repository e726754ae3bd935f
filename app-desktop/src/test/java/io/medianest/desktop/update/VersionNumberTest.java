package io.medianest.desktop.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionNumberTest {
    @Test
    @DisplayName("orders versions as people count them, and what is not finished before what is")
    void order() {
        var texts = List.of(
                "0.0.9",
                "0.1.0-SNAPSHOT",
                "0.1.0-alpha",
                "0.1.0-alpha.1",
                "0.1.0-alpha.2",
                "0.1.0-alpha.10",
                "0.1.0-rc.1",
                "0.1.0",
                "0.1.1",
                "0.9.0",
                "0.10.0",
                "1.0.0",
                "1.0.0.1",
                "10");
        var versions =
                texts.stream().map(VersionNumber::of).flatMap(Optional::stream).toList();

        assertThat(versions).hasSameSizeAs(texts).isSorted();
        assertThat(versions.reversed().stream().sorted()).containsExactlyElementsOf(versions);
    }

    @Test
    @DisplayName("a missing number is zero, a v in front and the build behind do not count")
    void same() {
        assertThat(Stream.of("1.2", "1.2.0", "v1.2.0", "1.2.0+build.7", " 1.2.0 ")
                        .map(VersionNumber::of))
                .allSatisfy(version -> assertThat(version.orElseThrow())
                        .isEqualByComparingTo(VersionNumber.of("1.2.0").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "newest", "1.", "1..2", "-1", "1.2.3.4.5", "1.2-", "1234567890", "1.2 or so"})
    @DisplayName("what is no version is none")
    void none(String text) {
        assertThat(VersionNumber.of(text)).isEmpty();
    }
}
