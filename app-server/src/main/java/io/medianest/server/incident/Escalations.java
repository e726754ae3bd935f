package io.medianest.server.incident;

import io.medianest.model.status.Incident;
import io.medianest.server.platform.db.Tx;

/// Carries an incident on that nobody looks after. In the transaction that says so.
public interface Escalations {
    /// Has all admins notified.
    void tellAdmins(Tx tx, Incident incident);

    /// Has it told outside of the program.
    void sendOut(Tx tx, Incident incident);
}
