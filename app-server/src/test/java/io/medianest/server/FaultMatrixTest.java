package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.TroubledHousehold.Catalogue;
import io.medianest.server.TroubledHousehold.Service;
import io.medianest.server.testing.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Everything that can go wrong with every service: what each feature answers and when, what the others do meanwhile,
/// and that all that was asked for is done once when the service is back. Two households have their troubles at the
/// same time.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in of yt-dlp is a script of a Unix shell")
class FaultMatrixTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    private static final Map<Catalogue, TroubledHouse> HOUSES = new EnumMap<>(Catalogue.class);

    @BeforeAll
    static void start() {
        for (var catalogue : Catalogue.values()) {
            HOUSES.put(catalogue, TroubledHouse.start(directory, catalogue));
        }
    }

    @AfterAll
    static void close() {
        HOUSES.values().forEach(TroubledHouse::close);
    }

    @TestFactory
    @DisplayName("whatever is wrong with a service: told in words and in time, alone, and made up for afterwards, once")
    Stream<DynamicTest> matrix() {
        var cells = new ArrayList<DynamicTest>();
        for (var service : Service.values()) {
            for (var fault : Fault.values()) {
                var house = house(service);
                var outcome = house.course().submit(() -> {
                    FaultCell.play(house, service, fault);
                    return fault;
                });
                cells.add(DynamicTest.dynamicTest(service + " " + fault, () -> await(outcome)));
            }
        }
        cells.add(DynamicTest.dynamicTest("all of that shows in the figures", FaultMatrixTest::figures));
        return cells.stream();
    }

    private static void figures() {
        var text = house(Service.PLEX).household().send("GET /metrics").text();
        for (var service : List.of("plex", "overseerr", "uptime-kuma", "youtube")) {
            assertThat(text)
                    .contains("medianest_outside_call_seconds_count{outcome=\"answered\",service=\"%s\"}"
                            .formatted(service))
                    .contains("medianest_outside_call_seconds_count{outcome=\"broken\",service=\"%s\"}"
                            .formatted(service))
                    .contains("medianest_outside_call_seconds_count{outcome=\"timeout\",service=\"%s\"}"
                            .formatted(service))
                    .contains("medianest_outside_turned_away_total{service=\"%s\"}".formatted(service));
        }
        assertThat(text)
                .contains("medianest_cache_hits_total{cache=\"catalogue.search\"}")
                .contains("medianest_cache_stale_total{cache=\"plex.libraries\"}")
                .contains("medianest_jobs{state=\"DONE\"}")
                .contains("medianest_errors_total{code=\"UPSTREAM_TIMEOUT\",kind=\"network\"}")
                .contains("medianest_errors_total{code=\"SERVICE_UNAVAILABLE\",kind=\"integration\"}");
    }

    private static TroubledHouse house(Service service) {
        return Objects.requireNonNull(HOUSES.get(service == Service.TMDB ? Catalogue.TMDB : Catalogue.OVERSEERR));
    }

    private static void await(Future<?> outcome) throws Throwable {
        try {
            outcome.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}
