package io.medianest.desktop.api;

import io.medianest.model.admin.AdminStats;
import io.medianest.model.admin.BreakerReport;
import io.medianest.model.admin.DeadLetter;
import io.medianest.model.status.IncidentDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of the server's API that only its keepers need, one method an endpoint. As with all of [MediaNestApi], the
/// methods block, are thread-safe and throw [ApiException].
public interface OperationsApi {
    /// What is wrong just now, with its course; the latest 100.
    List<IncidentDetails> openIncidents();

    /// Says that somebody looks after it.
    IncidentDetails acknowledge(String incident, @Nullable String comment);

    /// Calls it over.
    IncidentDetails resolve(String incident, @Nullable String comment);

    List<BreakerReport> breakers();

    /// Lets calls to a service through again.
    BreakerReport resetBreaker(String name);

    /// Work that has failed for good, the latest first.
    Letters deadLetters(Page page);

    /// Has it run again.
    void retryLetter(String id);

    /// Throws it away.
    void discardLetter(String id);

    /// Has all of it run again.
    ///
    /// @return how much that was
    long retryLetters();

    /// Throws all of it away.
    ///
    /// @return how much that was
    long discardLetters();

    /// Forgets the copies of what outside services have said.
    void clearCopies();

    AdminStats stats();

    /// Some of the failed work.
    ///
    /// @param all how much there is
    record Letters(List<DeadLetter> first, long all) {}
}
