package io.medianest.server;

import io.medianest.model.status.Incident;
import io.medianest.server.incident.Escalations;
import io.medianest.server.notification.NotificationFeature;
import io.medianest.server.platform.db.Tx;
import java.util.function.Supplier;

/// Carries incidents to the notifications. These are asked for late: they are built after the incidents.
record CarryIncidents(Supplier<NotificationFeature> notifications) implements Escalations {
    @Override
    public void tellAdmins(Tx tx, Incident incident) {
        notifications.get().incident(tx, incident);
    }

    @Override
    public void sendOut(Tx tx, Incident incident) {
        notifications.get().incidentOutside(tx, incident);
    }
}
