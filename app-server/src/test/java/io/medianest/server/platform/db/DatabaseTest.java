package io.medianest.server.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.server.platform.Await;
import io.medianest.server.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path directory;

    interface Settings {
        @SqlQuery("SELECT setting_value FROM information_schema.settings WHERE setting_name = :name")
        String value(String name);
    }

    @Test
    @DisplayName("each commit is on the disk at once")
    void durable() {
        try (var database = Database.inDirectory(directory)) {
            var settings = database.store(Settings.class);
            assertThat(settings.value("WRITE_DELAY")).isEqualTo("0");
        }
    }

    @Test
    @DisplayName("what follows a commit holds no connection, whatever it takes")
    void afterCommit() {
        try (var database = TestDatabase.open("after-commit")) {
            var seen = new AtomicReference<Database.PoolState>();
            database.run(tx -> tx.afterCommit(() -> seen.set(database.connections())));
            assertThat(seen.get().active()).isZero();
        }
    }

    @Test
    @DisplayName("somebody who is interrupted while it writes takes its file away, and it comes back by itself")
    void interrupted() {
        try (var database = Database.inDirectory(directory)) {
            var lost = new AtomicBoolean();
            database.whenLost(() -> lost.set(true));
            var installation = new Installation(database);
            installation.keep("before", () -> "kept");
            try {
                assertThatThrownBy(() -> database.run(tx -> {
                            Thread.currentThread().interrupt();
                            tx.store(InstallationStore.class).insertIfAbsent("meanwhile", "lost");
                        }))
                        .matches(Database::isOutage);
            } finally {
                assertThat(Thread.interrupted()).as("it is still interrupted").isTrue();
            }
            assertThat(lost).isTrue();
            Await.until("it is back", Duration.ofSeconds(60), database::isReachable);
            assertThat(installation.keep("after", () -> "kept")).isEqualTo("kept");
            assertThat(installation.find("before")).contains("kept");
        }
    }
}
