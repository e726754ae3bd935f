package io.medianest.desktop.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecentWritesTest {
    private final AtomicLong now = new AtomicLong();
    private final RecentWrites writes = new RecentWrites(now::get);

    @Test
    @DisplayName("knows what was changed, whole or in part, for ten seconds")
    void remembers() {
        writes.note("/api/v1/media/requests/req_1/approve");
        assertThat(writes.touched("/api/v1/media/requests/req_1")).isTrue();
        assertThat(writes.touched("/api/v1/media/requests/req_1/approve")).isTrue();
        assertThat(writes.touched("/api/v1/media/requests/req_11")).isFalse();

        now.addAndGet(Duration.ofSeconds(11).toNanos());
        assertThat(writes.touched("/api/v1/media/requests/req_1")).isFalse();
    }

    @Test
    @DisplayName("keeps the newest sixty-four")
    void bounded() {
        for (int number = 0; number <= 64; number++) {
            writes.note("/" + number);
        }

        assertThat(writes.touched("/0")).isFalse();
        assertThat(writes.touched("/64")).isTrue();
    }
}
