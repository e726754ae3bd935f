package io.medianest.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {
    @ParameterizedTest
    @CsvSource({
        "1.9.2, 1.29.0, true",
        "1.29.0, 1.29.0, false",
        "1.29, 1.29.0, false",
        "1.28, 1.29.0, true",
        "3.1.0, 1.29.0, false",
        "v1.28, 1.29.0, true",
        "1.43.0.10389-8be686aa6, 1.25.0, false",
        "1.19.5.3112-b23ab3896, 1.25.0, true",
        "develop-local, 1.29.0, false",
        "unknown, 1.29.0, false"
    })
    @DisplayName("versions are compared by their numbers, and what is no number is never too old")
    void before(String version, String oldest, boolean older) {
        assertThat(Versions.isBefore(version, oldest)).isEqualTo(older);
    }
}
