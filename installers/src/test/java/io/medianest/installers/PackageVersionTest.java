package io.medianest.installers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageVersionTest {
    @Test
    @DisplayName("a snapshot is older than its release in the words of each system")
    void snapshot() {
        var version = PackageVersion.of("0.1.0-SNAPSHOT");

        assertThat(version.debian()).isEqualTo("0.1.0~snapshot");
        assertThat(version.rpm()).isEqualTo("0.1.0~snapshot");
        assertThat(version.numbers()).isEqualTo("0.1.0");
        assertThat(version.jpackageOnMac()).isEqualTo("1.1.0");
        assertThat(version.plain()).isEqualTo("0.1.0-SNAPSHOT");
    }

    @Test
    @DisplayName("a release is its three numbers; rpm takes no hyphen")
    void release() {
        assertThat(PackageVersion.of("1.20.3").debian()).isEqualTo("1.20.3");
        assertThat(PackageVersion.of("1.20.3-rc-1").rpm()).isEqualTo("1.20.3~rc.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.2", "one", "1.2.3.4", "1.2.3-", "1.2.3 beta"})
    @DisplayName("what no system could order is refused")
    void wrong(String version) {
        assertThatThrownBy(() -> PackageVersion.of(version))
                .isInstanceOf(PackagingException.class)
                .hasMessageContaining("three numbers");
    }
}
