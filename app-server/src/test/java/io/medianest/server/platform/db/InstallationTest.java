package io.medianest.server.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InstallationTest {
    @Test
    @DisplayName("what was kept once is what everybody gets from then on")
    void keptOnce() {
        try (var database = TestDatabase.open(new Ids().next("installation"))) {
            var installation = new Installation(database);
            assertThat(installation.find("plex.client-identifier")).isEmpty();

            assertThat(installation.keep("plex.client-identifier", () -> "first"))
                    .isEqualTo("first");
            assertThat(new Installation(database).keep("plex.client-identifier", () -> "second"))
                    .isEqualTo("first");
            assertThat(installation.keep("server.machine-id", () -> "other")).isEqualTo("other");
            assertThat(installation.find("plex.client-identifier")).contains("first");
        }
    }

    @Test
    @DisplayName("what may change takes the place of what was there")
    void replaced() {
        try (var database = TestDatabase.open(new Ids().next("installation"))) {
            var installation = new Installation(database);
            installation.replace("plex.road", "first");
            installation.replace("plex.road", "second");

            assertThat(new Installation(database).find("plex.road")).contains("second");
        }
    }

    @Test
    @DisplayName("of two that keep at the same time the first stays, and the second gets it too")
    void race() {
        try (var database = TestDatabase.open(new Ids().next("installation"))) {
            var installation = new Installation(database);

            var second = installation.keep("name", () -> {
                installation.keep("name", () -> "first");
                return "second";
            });

            assertThat(second).isEqualTo("first");
        }
    }
}
