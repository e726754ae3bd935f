package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VitalSignsTest {
    @TempDir
    Path directory;

    @Test
    @DisplayName("downloads beside the data are on the same disk, also before their directory is made")
    void sameDisk() throws Exception {
        assertThat(VitalSigns.freeBytesBeside(directory, directory.resolve("not/yet/made")))
                .isEmpty();
    }

    @Test
    @DisplayName("a directory of which nobody can say whether it is there is not taken for one on the same disk")
    void cannotBeLookedAt() {
        var nobodyKnows = directory.resolve("x".repeat(5_000));

        assertThatThrownBy(() -> VitalSigns.freeBytesBeside(directory, nobodyKnows))
                .isInstanceOf(IOException.class);
    }
}
