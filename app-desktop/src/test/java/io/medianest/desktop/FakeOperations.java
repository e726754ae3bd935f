package io.medianest.desktop;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.OperationsApi;
import io.medianest.desktop.api.Page;
import io.medianest.model.admin.AdminStats;
import io.medianest.model.admin.BreakerReport;
import io.medianest.model.admin.BreakerState;
import io.medianest.model.admin.CacheStats;
import io.medianest.model.admin.CallNumbers;
import io.medianest.model.admin.DeadLetter;
import io.medianest.model.admin.DiskStats;
import io.medianest.model.admin.FailedAttempt;
import io.medianest.model.admin.StorageStats;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.status.Incident;
import io.medianest.model.status.IncidentDetails;
import io.medianest.model.status.IncidentState;
import io.medianest.model.status.IncidentStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The inside of a household's server that lives in memory. Not thread-safe.
public final class FakeOperations implements OperationsApi {
    /// What is wrong, with its course.
    public final List<IncidentDetails> incidents = new ArrayList<>();

    /// What has failed for good.
    public final List<DeadLetter> letters = new ArrayList<>();

    /// One a service.
    public final List<BreakerReport> breakers = new ArrayList<>(List.of(closed("plex", "Plex")));

    private final Consumer<String> called;
    private long copies = 321;

    FakeOperations(Consumer<String> called) {
        this.called = called;
    }

    /// Something that began a while ago, and that nobody has taken note of.
    public void wrong(String id, String title, @Nullable String message, @Nullable String service, Duration ago) {
        Instant since = FakeApi.NOW.minus(ago);
        incidents.add(new IncidentDetails(
                new Incident(id, title, message, service, since),
                List.of(new IncidentStep(since, IncidentState.OPEN, null, null))));
    }

    /// A breaker that lets everything through.
    public static BreakerReport closed(String name, String displayName) {
        return new BreakerReport(name, displayName, BreakerState.CLOSED, 0, 3, 0, 5, null, null, calls(0));
    }

    /// A breaker that tries again after a while.
    public static BreakerReport open(String name, String displayName, Duration until) {
        return new BreakerReport(
                name,
                displayName,
                BreakerState.OPEN,
                5,
                0,
                12,
                5,
                FakeApi.NOW.minusSeconds(6),
                FakeApi.NOW.plus(until),
                calls(2));
    }

    private static CallNumbers calls(int running) {
        return new CallNumbers(3, 10, 30, 3, 3, 16, running, "50/1s");
    }

    /// Work on a title that has failed for good.
    public static DeadLetter letter(String id, String kind, String about, String error) {
        Instant failed = FakeApi.NOW.minus(Duration.ofMinutes(14));
        List<FailedAttempt> history =
                List.of(new FailedAttempt(failed.minusSeconds(3600), error), new FailedAttempt(failed, error));
        return new DeadLetter(
                id, kind, "req_" + id, about, 8, error, "c0ffee-42", failed.minusSeconds(3600), failed, history);
    }

    @Override
    public List<IncidentDetails> openIncidents() {
        called.accept("openIncidents");
        return List.copyOf(incidents);
    }

    @Override
    public IncidentDetails acknowledge(String incident, @Nullable String comment) {
        called.accept("acknowledge " + incident + " " + comment);
        IncidentDetails moved = moved(incident, IncidentState.ACKNOWLEDGED, comment);
        incidents.replaceAll(known -> known.incident().id().equals(incident) ? moved : known);
        return moved;
    }

    @Override
    public IncidentDetails resolve(String incident, @Nullable String comment) {
        called.accept("resolve " + incident + " " + comment);
        IncidentDetails moved = moved(incident, IncidentState.RESOLVED, comment);
        incidents.removeIf(known -> known.incident().id().equals(incident));
        return moved;
    }

    private IncidentDetails moved(String id, IncidentState state, @Nullable String comment) {
        IncidentDetails before = incidents.stream()
                .filter(known -> known.incident().id().equals(id))
                .findFirst()
                .orElseThrow(() -> FakeApi.problem(ErrorCode.NOT_FOUND));
        Incident was = before.incident();
        return new IncidentDetails(
                new Incident(was.id(), was.title(), was.message(), was.service(), was.startedAt(), state, null),
                Stream.concat(
                                before.timeline().stream(),
                                Stream.of(new IncidentStep(FakeApi.NOW, state, "You", comment)))
                        .toList());
    }

    @Override
    public List<BreakerReport> breakers() {
        called.accept("breakers");
        return List.copyOf(breakers);
    }

    @Override
    public BreakerReport resetBreaker(String name) {
        called.accept("resetBreaker " + name);
        breakers.replaceAll(known -> known.name().equals(name) ? closed(name, known.displayName()) : known);
        return breakers.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> FakeApi.problem(ErrorCode.NOT_FOUND));
    }

    @Override
    public Letters deadLetters(Page page) {
        called.accept("deadLetters");
        return new Letters(letters.stream().limit(page.limit()).toList(), letters.size());
    }

    @Override
    public void retryLetter(String id) {
        called.accept("retryLetter " + id);
        remove(id);
    }

    @Override
    public void discardLetter(String id) {
        called.accept("discardLetter " + id);
        remove(id);
    }

    private void remove(String id) {
        if (!letters.removeIf(letter -> letter.id().equals(id))) {
            ApiException gone = FakeApi.problem(ErrorCode.NOT_FOUND);
            throw gone;
        }
    }

    @Override
    public long retryLetters() {
        called.accept("retryLetters");
        return cleared();
    }

    @Override
    public long discardLetters() {
        called.accept("discardLetters");
        return cleared();
    }

    private long cleared() {
        long all = letters.size();
        letters.clear();
        return all;
    }

    @Override
    public void clearCopies() {
        called.accept("clearCopies");
        copies = 0;
    }

    @Override
    public AdminStats stats() {
        called.accept("stats");
        return new AdminStats(
                Map.of("medianest", "0.1.0", "java", "25.0.1", "database", "H2 2.4.240", "schema", "13"),
                FakeApi.NOW.minus(Duration.ofMinutes(133)),
                Duration.ofMinutes(133).toSeconds(),
                Map.of("active", 3L),
                Map.of("pending", 2L),
                Map.of(),
                Map.of("ready", 3L, "running", 1L, "dead", (long) letters.size(), "done", 812L),
                Map.of("jobs", (long) letters.size(), "downloads", 0L),
                new StorageStats(
                        "/home/mia/.local/share/medianest",
                        2_400_000,
                        73_400_000,
                        412_000_000_000L,
                        new DiskStats("/home/mia/Videos/MediaNest", 1_000_000_000_000L, 412_000_000_000L)),
                List.of(new CacheStats("catalogue.search", 12_300, 1_700, 4, copies)));
    }
}
