package io.medianest.desktop.api;

import io.medianest.model.admin.AdminStats;
import io.medianest.model.admin.BreakerList;
import io.medianest.model.admin.BreakerReport;
import io.medianest.model.admin.DeadLetterPage;
import io.medianest.model.request.Decision;
import io.medianest.model.status.IncidentDetails;
import io.medianest.model.status.IncidentPage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What keepers need, over HTTP.
final class HttpOperationsApi implements OperationsApi {
    private static final String LETTERS = "admin/dead-letters";
    private static final String BREAKERS = "admin/circuit-breakers";
    private static final String INCIDENTS = "admin/incidents";
    private static final int MOST = 100;

    private final HttpCalls calls;

    HttpOperationsApi(HttpCalls calls) {
        this.calls = calls;
    }

    private record Count(long count) {}

    @Override
    public List<IncidentDetails> openIncidents() {
        return calls.get(Address.of(INCIDENTS).with("status", "open").with("limit", MOST), IncidentPage.class)
                .incidents();
    }

    @Override
    public IncidentDetails acknowledge(String incident, @Nullable String comment) {
        return calls.post(Address.of(INCIDENTS, incident, "acknowledge"), new Decision(comment), IncidentDetails.class);
    }

    @Override
    public IncidentDetails resolve(String incident, @Nullable String comment) {
        return calls.post(Address.of(INCIDENTS, incident, "resolve"), new Decision(comment), IncidentDetails.class);
    }

    @Override
    public List<BreakerReport> breakers() {
        return calls.get(Address.of(BREAKERS), BreakerList.class).circuitBreakers();
    }

    @Override
    public BreakerReport resetBreaker(String name) {
        return calls.post(Address.of(BREAKERS, name, "reset"), Map.of(), BreakerReport.class);
    }

    @Override
    public Letters deadLetters(Page page) {
        DeadLetterPage read = calls.get(
                Address.of(LETTERS).with("page", page.number()).with("limit", page.limit()), DeadLetterPage.class);
        return new Letters(read.deadLetters(), read.pagination().totalItems());
    }

    @Override
    public void retryLetter(String id) {
        calls.post(Address.of(LETTERS, id, "retry"), Map.of());
    }

    @Override
    public void discardLetter(String id) {
        calls.delete(Address.of(LETTERS, id));
    }

    @Override
    public long retryLetters() {
        return calls.post(Address.of(LETTERS, "retry"), Map.of(), Count.class).count();
    }

    @Override
    public long discardLetters() {
        return calls.delete(Address.of(LETTERS), Count.class).count();
    }

    @Override
    public void clearCopies() {
        calls.post(Address.of("admin/cache/clear"), Map.of());
    }

    @Override
    public AdminStats stats() {
        return calls.get(Address.of("admin/stats"), AdminStats.class);
    }
}
