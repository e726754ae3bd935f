package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.TroubledHousehold.Service;
import io.medianest.server.Use.Things;
import io.medianest.server.testing.Envelopes;
import io.medianest.server.testing.Fault;
import io.medianest.server.testing.Wire.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// One trouble of one service, from its beginning to when all is made up for.
final class FaultCell {
    private static final Duration LONGEST_REPLY = Duration.ofSeconds(15);
    /// All copies are old by then, and good enough while there is nothing better.
    private static final Duration COPIES_AGE = Duration.ofHours(2);

    private static final Duration OUTAGE = Duration.ofMinutes(5);
    private static final int STEPS = 5;
    private static final List<Use> COPIED =
            List.of(Use.SEARCH_AGAIN, Use.DETAILS_AGAIN, Use.LIBRARY_AGAIN, Use.PREVIEW_AGAIN);

    private static final String KUMA_TIMED_OUT =
            "medianest_outside_call_seconds_count{outcome=\"timeout\",service=\"uptime-kuma\"}";

    private FaultCell() {}

    /// What each use was answered with.
    private record Answers(Map<Use, Answer> by) {
        Answer to(Use use) {
            return Objects.requireNonNull(by.get(use));
        }
    }

    static void play(TroubledHouse house, Service service, Fault fault) throws Exception {
        var household = house.household();
        var things = house.things();
        household.until("all is well", () -> COPIED.stream().allMatch(use -> isFresh(use.of(household, things))));
        household.pass(COPIES_AGE);
        household.let(service, fault);
        Answers answers;
        try {
            answers = useAll(household, things);
            answers.by().forEach((use, answer) -> check(service, fault, use, answer));
            whileIll(house, service, fault, answers);
        } finally {
            household.heal(service, fault);
        }
        household.pass(OUTAGE.dividedBy(STEPS));
        comesBack(house, service);
        Aftermath.isRequested(house, answers.to(Use.REQUEST), things.fresh());
        Aftermath.isDownloaded(household, answers.to(Use.DOWNLOAD), things.video());
    }

    private static Answers useAll(TroubledHousehold household, Things things) throws Exception {
        var asked = new EnumMap<Use, Future<Answer>>(Use.class);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var use : Use.values()) {
                asked.put(use, people.submit(inTime(use, () -> use.of(household, things))));
            }
        }
        Map<Use, Answer> answers = new EnumMap<>(Use.class);
        for (var entry : asked.entrySet()) {
            answers.put(entry.getKey(), entry.getValue().get());
        }
        return new Answers(answers);
    }

    private static Callable<Answer> inTime(Use use, Callable<Answer> work) {
        return () -> {
            long begun = System.nanoTime();
            var answer = work.call();
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("%s in time", use)
                    .isLessThan(LONGEST_REPLY);
            return answer;
        };
    }

    private static void check(Service service, Fault fault, Use use, Answer answer) {
        if (!use.takes(service)) {
            assertThat(use.isUsual(answer)).as("%s: %s", use, answer.body()).isTrue();
            assertThat(answer.header("X-MediaNest-Stale")).as(use.name()).isEmpty();
            return;
        }
        switch (use.answers()) {
            case FAIL -> isTold(service, told(fault), answer, use);
            case FROM_COPY -> isOld(use, answer);
            case NEVERTHELESS -> assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        }
        if (fault == Fault.BUSY && service != Service.YT_DLP && use.answers() == Use.Answers.FAIL) {
            assertThat(answer.header("Retry-After")).as(use.name()).isEqualTo(Fault.BUSY_SECONDS);
        }
    }

    private static void isTold(Service service, List<String> told, Answer answer, Use use) {
        try {
            assertThat(Envelopes.error(answer))
                    .as("%s: %s", use, answer.body())
                    .isIn(told.stream()
                            .map(error -> error + " " + service.word())
                            .toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(answer.header("Retry-After"))
                .as("%s says when: %s", use, answer.body())
                .matches("[1-9]\\d*");
    }

    private static void isOld(Use use, Answer answer) {
        assertThat(answer.status()).as("%s: %s", use, answer.body()).isEqualTo(200);
        assertThat(Long.parseLong("0" + answer.header("X-MediaNest-Stale")))
                .as("age of the copy of %s", use)
                .isGreaterThanOrEqualTo(COPIES_AGE.toSeconds());
        assertThat(TroubledHousehold.json(answer).at("/data/stale").asBoolean())
                .as(use.name())
                .isTrue();
    }

    private static boolean isFresh(Answer answer) {
        return answer.status() == 200 && answer.header("X-MediaNest-Stale").isEmpty();
    }

    private static List<String> told(Fault fault) {
        return switch (fault) {
            case REFUSED, ERRORS, WRONG_JSON, HTML, CUT_OFF -> List.of("502 UPSTREAM_ERROR");
            case NO_ANSWER, SLOW -> List.of("504 UPSTREAM_TIMEOUT");
            case BUSY -> List.of("503 SERVICE_UNAVAILABLE");
            // Its breaker opens soon: somebody else may have asked before.
            case GONE -> List.of("502 UPSTREAM_ERROR", "503 SERVICE_UNAVAILABLE");
        };
    }

    private static void whileIll(TroubledHouse house, Service service, Fault fault, Answers answers) {
        if (service == Service.OVERSEERR) {
            var path = "/media/requests/" + Aftermath.id(answers.to(Use.REQUEST), "requestId");
            house.household()
                    .until(
                            "the request says what it waits for",
                            () -> house.household()
                                    .get(path)
                                    .path("waitingFor")
                                    .asText()
                                    .equals("overseerr"));
        }
        if (service == Service.UPTIME_KUMA && (fault == Fault.NO_ANSWER || fault == Fault.SLOW)) {
            // Nobody but the watch asks it, and may have been cut off when the trouble began.
            house.household().until("it takes too long", () -> {
                probe(house, service);
                return house.household().send("GET /metrics").text().contains(KUMA_TIMED_OUT);
            });
        }
        if (fault == Fault.GONE) {
            stayAway(house, service);
        }
    }

    /// For five minutes: it is soon let alone, asked again now and then, everything else goes on, and the keeper of the
    /// house learns of it.
    private static void stayAway(TroubledHouse house, Service service) {
        var household = house.household();
        for (int minute = 0; minute < STEPS; minute++) {
            household.until("it is let alone", () -> isLetAlone(house, service));
            for (var use : List.of(Use.SEARCH, Use.LIBRARY, Use.STATUS, Use.PREVIEW)) {
                var answer = use.of(household, house.otherThings());
                assertThat(answer.status()).as("%s: %s", use, answer.body()).isEqualTo(use.takes(service) ? 503 : 200);
            }
            household.pass(OUTAGE.dividedBy(STEPS));
        }
        household.until("there is an incident", () -> {
            probe(house, service);
            return incidents(household, service) > 0;
        });
        assertThat(incidents(household, service))
                .as("incidents for one trouble")
                .isEqualTo(1);
    }

    private static boolean isLetAlone(TroubledHouse house, Service service) {
        probe(house, service);
        for (var breaker : house.household().get("/admin/circuit-breakers").path("circuitBreakers")) {
            if (breaker.path("name").asText().equals(service.word())) {
                return breaker.path("state").asText().equals("open");
            }
        }
        throw new AssertionError("no breaker of " + service);
    }

    private static long incidents(TroubledHousehold household, Service service) {
        long open = 0;
        for (var incident :
                household.get("/admin/incidents?status=open&limit=100").path("incidents")) {
            open += incident.path("service").asText().equals(service.word()) ? 1 : 0;
        }
        return open;
    }

    /// Asks what no copy can answer.
    ///
    /// @return whether it was answered
    private static boolean probe(TroubledHouse house, Service service) {
        return Stream.of(Use.values())
                .filter(use -> use.answers() == Use.Answers.FAIL && use.takes(service) && use != Use.DETAILS)
                .allMatch(use -> use.of(house.household(), house.otherThings()).status() == 200);
    }

    /// By itself, without anybody having reset anything.
    private static void comesBack(TroubledHouse house, Service service) {
        var household = house.household();
        household.until("it is asked again", () -> probe(house, service));
        household.until("the incident is over", () -> incidents(household, service) == 0);
    }
}
