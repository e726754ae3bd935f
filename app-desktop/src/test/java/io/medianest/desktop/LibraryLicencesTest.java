package io.medianest.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LibraryLicencesTest {
    private static List<String> lines(String resource) throws IOException {
        try (var stream = Objects.requireNonNull(
                LibraryLicencesTest.class.getResourceAsStream(resource),
                resource + " is missing; Maven makes libraries.txt: ./mvnw -pl app-desktop -am test")) {
            return new String(stream.readAllBytes(), UTF_8).lines().toList();
        }
    }

    /// From a line such as `   org.slf4j:slf4j-api:jar:2.0.17 -- module org.slf4j`.
    private static String library(String line) {
        String[] parts = line.strip().split(" ", 2)[0].split(":", -1);
        return "%s:%s %s".formatted(parts[0], parts[1], parts[parts.length - 1]);
    }

    @Test
    @DisplayName("each library that ships has a line with its version and its licence, and no other has")
    void complete() throws IOException {
        var shipped = lines("libraries.txt").stream()
                .filter(line -> line.contains(":jar:") && !line.contains("io.medianest:"))
                .map(LibraryLicencesTest::library)
                .collect(Collectors.toSet());
        var told = lines("licences.tsv").stream()
                .map(line -> line.split("\t", -1))
                .peek(line -> assertThat(line[2]).as(Arrays.toString(line)).isNotBlank())
                .map(line -> line[0] + " " + line[1])
                .collect(Collectors.toSet());

        assertThat(shipped).hasSizeGreaterThan(20);
        assertThat(told)
                .as("licences.tsv; the build makes it anew: ./mvnw -q package -Pinstaller -DskipTests")
                .isEqualTo(shipped);
    }
}
