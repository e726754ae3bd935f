package io.medianest.desktop.status;

import io.medianest.desktop.api.OperationsApi;
import io.medianest.desktop.status.Trouble.Keeper;
import io.medianest.desktop.status.Trouble.Kind;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.status.Incident;
import io.medianest.model.status.IncidentDetails;
import io.medianest.model.status.ServiceStatus;
import io.medianest.model.status.StatusReport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is wrong or announced; for admins with its course and what can be done. Belongs to the FX thread.
public final class IncidentsViewModel {
    private final OperationsApi api;
    private final Async async;
    private final Notices notices;
    private final ObservableValue<@Nullable User> me;
    private final Runnable onChanged;
    private final Object reading = new Object();
    private final ObservableList<Trouble> troubles = FXCollections.observableArrayList();
    /// Kept, since it listens weakly: whoever listens to one that nobody holds would hear nothing more.
    private final ObservableList<Trouble> shown = FXCollections.unmodifiableObservableList(troubles);
    private Map<String, IncidentDetails> known = Map.of();

    /// @param me the person at the window, once that is known
    /// @param onChanged is called when a decision has changed something
    IncidentsViewModel(
            OperationsApi api, Async async, Notices notices, ObservableValue<@Nullable User> me, Runnable onChanged) {
        this.api = api;
        this.async = async;
        this.notices = notices;
        this.me = me;
        this.onChanged = onChanged;
    }

    /// What is wrong, then what is announced.
    public ObservableList<Trouble> troubles() {
        return shown;
    }

    private boolean decides() {
        User person = me.getValue();
        return person != null && person.role() == Role.ADMIN;
    }

    /// The services were read.
    void take(StatusReport report) {
        show(report);
        if (!decides() || report.incidents().isEmpty()) {
            return;
        }
        async.latest(reading, api::openIncidents)
                .then(
                        open -> {
                            known = open.stream()
                                    .collect(Collectors.toMap(
                                            details -> details.incident().id(), Function.identity()));
                            show(report);
                        },
                        _ -> {
                            // What is wrong is shown all the same, without its course.
                        });
    }

    void close() {
        async.cancel(reading);
    }

    private void show(StatusReport report) {
        List<Trouble> now = Stream.concat(
                        report.incidents().stream().map(incident -> trouble(Kind.WRONG, incident, report)),
                        report.maintenance().stream().map(incident -> trouble(Kind.MAINTENANCE, incident, report)))
                .toList();
        if (!troubles.equals(now)) {
            troubles.setAll(now);
        }
    }

    private Trouble trouble(Kind kind, Incident incident, StatusReport report) {
        ServiceStatus service = report.services().stream()
                .filter(candidate -> candidate.name().equals(incident.service()))
                .findFirst()
                .orElse(null);
        IncidentDetails details = known.get(incident.id());
        return details == null
                ? new Trouble(kind, incident, service, List.of(), Keeper.LOOKS_ON)
                : new Trouble(
                        kind, incident, service, details.timeline(), decides() ? Keeper.DECIDES : Keeper.LOOKS_ON);
    }

    /// Says that somebody looks after it.
    public void acknowledge(Trouble trouble, String comment) {
        decide(() -> api.acknowledge(trouble.id(), said(comment)), "status.done.acknowledged");
    }

    /// Calls it over.
    public void resolve(Trouble trouble, String comment) {
        decide(() -> api.resolve(trouble.id(), said(comment)), "status.done.resolved");
    }

    private static @Nullable String said(String comment) {
        return comment.isBlank() ? null : comment.strip();
    }

    private void decide(Callable<IncidentDetails> decision, String done) {
        async.run(decision)
                .then(
                        _ -> {
                            notices.tell(Tone.GOOD, done);
                            onChanged.run();
                        },
                        problem -> {
                            notices.problem(problem);
                            onChanged.run();
                        });
    }
}
