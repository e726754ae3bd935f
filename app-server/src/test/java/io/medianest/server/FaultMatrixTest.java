package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.TroubledHousehold.Catalogue;
import io.medianest.server.TroubledHousehold.Service;
import io.medianest.server.testing.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
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
        for (var service : Service.values()) {
            assertThat(house(service).household().send("GET /metrics").text())
                    .contains("medianest_outside_call_seconds_count{outcome=\"answered\",service=\"%s\"}"
                            .formatted(service.word()))
                    .contains("medianest_outside_call_seconds_count{outcome=\"broken\",service=\"%s\"}"
                            .formatted(service.word()))
                    .contains("medianest_outside_call_seconds_count{outcome=\"timeout\",service=\"%s\"}"
                            .formatted(service.word()))
                    .contains("medianest_outside_turned_away_total{reason=\"breaker\",service=\"%s\"}"
                            .formatted(service.word()))
                    .contains("medianest_breaker_opened_total{service=\"%s\"}".formatted(service.word()))
                    .contains("medianest_outside_calls_limit{service=\"%s\"}".formatted(service.word()))
                    .contains("medianest_breaker_state{service=\"%s\"}".formatted(service.word()));
        }
        assertThat(house(Service.PLEX).household().send("GET /metrics").text())
                .contains("medianest_outside_retries_total{service=\"plex\"}")
                .contains("medianest_outside_retries_total{service=\"overseerr\"}")
                .contains("medianest_cache_hits_total{cache=\"catalogue.search\"}")
                .contains("medianest_cache_misses_total{cache=\"catalogue.search\"}")
                .contains("medianest_cache_stale_total{cache=\"plex.libraries\"}")
                .contains("medianest_http_request_seconds_bucket{method=\"GET\",route=\"/media/search\",le=\"0.1\"}")
                .contains("medianest_http_replies_total{method=\"GET\",route=\"/media/search\",status=\"5xx\"}")
                .contains("medianest_errors_total{code=\"UPSTREAM_TIMEOUT\",kind=\"network\"}")
                .contains("medianest_jobs{state=\"DONE\"}")
                .contains("medianest_job_queue_age_seconds ")
                .contains("medianest_downloads{status=\"completed\"}")
                .contains("medianest_download_queue_age_seconds ")
                .contains("medianest_sockets ")
                .contains("medianest_database_up 1.0")
                .contains("medianest_database_connections{state=\"active\"}")
                .contains("jvm_gc_collection_seconds_count");
    }

    private static TroubledHouse house(Service service) {
        return Objects.requireNonNull(HOUSES.get(
                switch (service) {
                    case PLEX, OVERSEERR -> Catalogue.OVERSEERR;
                    case TMDB, UPTIME_KUMA, YT_DLP -> Catalogue.TMDB;
                }));
    }

    private static void await(Future<?> outcome) throws Throwable {
        try {
            outcome.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}
