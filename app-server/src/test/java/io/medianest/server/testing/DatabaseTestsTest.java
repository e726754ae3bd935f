package io.medianest.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DatabaseTestsTest {
    @Test
    @DisplayName("tests that work on a database are found, be it by a helper of a helper or in a server of their own")
    void found() throws URISyntaxException {
        var classes = Path.of(TestDatabase.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        var found = DatabaseTests.in(classes);

        assertThat(found)
                .contains(
                        "io.medianest.server.platform.job.JobQueueTest",
                        "io.medianest.server.request.RequestListTest",
                        "io.medianest.server.FaultMatrixTest",
                        "io.medianest.server.KillTest",
                        "io.medianest.server.WebPageTest")
                .doesNotContain(
                        "io.medianest.server.TakeoverTest",
                        "io.medianest.server.platform.json.FieldsTest",
                        "io.medianest.server.tmdb.TmdbClientTest");
    }
}
