package io.medianest.server.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.job.JobStore.ClaimedJob;
import io.medianest.server.platform.observe.Correlation;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final int AN_HOUR_OF_FULL_DISK = 3600;

    private final Outcomes outcomes = new Outcomes();

    @Test
    @DisplayName("how a job ended is written however long the database takes nothing, under the job's own correlation")
    void never() {
        var written = new ArrayList<String>();
        var attempts = new ArrayList<Integer>();
        outcomes.write(new ClaimedJob(1, "fax", "s", 1, 0, "cor-1"), () -> {
            attempts.add(attempts.size());
            if (attempts.size() <= AN_HOUR_OF_FULL_DISK) {
                throw new IllegalStateException("no room on the disk");
            }
            written.add(Correlation.current());
        });
        for (int second = 1; second < AN_HOUR_OF_FULL_DISK; second++) {
            outcomes.writeAgain();
        }
        assertThat(outcomes.isEmpty()).isFalse();
        outcomes.writeAgain();
        assertThat(written).containsExactly("cor-1");
        assertThat(outcomes.isEmpty()).isTrue();
    }
}
