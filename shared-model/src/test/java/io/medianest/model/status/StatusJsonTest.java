package io.medianest.model.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.Golden;
import io.medianest.model.api.Json;
import io.medianest.model.api.PageQuery;
import io.medianest.model.api.Pagination;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StatusJsonTest {
    private static final Instant BEGAN = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant ENDED = Instant.parse("2026-01-02T04:04:05Z");

    @ParameterizedTest(name = "{0}")
    @MethodSource("wire")
    @DisplayName("every record is written as its golden file, and read back from it")
    void golden(String file, Object value) throws IOException {
        Golden.hold(file, value);
    }

    private static Stream<Arguments> wire() {
        var plex = new ServiceStatus(
                "plex", "Plex", ServiceState.OFFLINE, null, BEGAN, "Plex cannot be reached", 0.75, true);
        var open = new Incident("inc_1", "Plex does not answer", "Plex cannot be reached", "plex", BEGAN);
        var over = new Incident("inc_2", "The disk is almost full", null, null, BEGAN, IncidentState.RESOLVED, ENDED);
        return Stream.of(
                Arguments.of(
                        "status-report",
                        new StatusReport(
                                List.of(plex),
                                new OverallStatus(ServiceState.OFFLINE, 0, 1),
                                List.of(open),
                                List.of(new Incident("kuma-maintenance-1", "Upgrade", null, null, ENDED)))),
                Arguments.of(
                        "incident-page",
                        new IncidentPage(
                                List.of(new IncidentDetails(
                                        over,
                                        List.of(
                                                new IncidentStep(BEGAN, IncidentState.OPEN, null, null),
                                                new IncidentStep(ENDED, IncidentState.RESOLVED, "alex", "swept")))),
                                Pagination.of(new PageQuery(1, 20), 1))));
    }

    @Test
    @DisplayName("a state of a newer server reads as unknown")
    void newerState() throws IOException {
        var incident = Json.lenient()
                .readValue(
                        "{\"id\":\"1\",\"title\":\"T\",\"startedAt\":\"2026-01-02T03:04:05Z\",\"state\":\"snoozed\"}",
                        Incident.class);

        assertThat(incident.state()).isEqualTo(IncidentState.UNKNOWN);
    }
}
