package io.medianest.desktop.status;

import io.medianest.model.status.Incident;
import io.medianest.model.status.IncidentState;
import io.medianest.model.status.IncidentStep;
import io.medianest.model.status.ServiceStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that is wrong, or is announced, as the top of the screen shows it.
///
/// @param service the one concerned, where it is one
/// @param course oldest step first; empty where nobody wrote one down
public record Trouble(
        Kind kind, Incident incident, @Nullable ServiceStatus service, List<IncidentStep> course, Keeper keeper) {

    /// What it is.
    public enum Kind {
        WRONG,
        MAINTENANCE
    }

    /// What the person at the window may do about it.
    public enum Keeper {
        LOOKS_ON,
        DECIDES
    }

    public String id() {
        return incident.id();
    }

    public boolean mayBeAcknowledged() {
        return keeper == Keeper.DECIDES && incident.state() == IncidentState.OPEN;
    }

    public boolean mayBeResolved() {
        return keeper == Keeper.DECIDES && incident.state() != IncidentState.RESOLVED;
    }
}
