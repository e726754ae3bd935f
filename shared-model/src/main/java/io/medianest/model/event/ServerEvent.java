package io.medianest.model.event;

import io.medianest.model.request.MediaRequest;
import io.medianest.model.status.ServiceStatus;

/// Something changed. Published after the change is durable; each kind has a stable name on the wire.
public sealed interface ServerEvent {
    /// The event's name towards clients.
    String wireName();

    /// Somebody asked for a title.
    record RequestCreated(MediaRequest request) implements ServerEvent {
        @Override
        public String wireName() {
            return "mediaRequest:created";
        }
    }

    /// A request moved on.
    record RequestChanged(MediaRequest request) implements ServerEvent {
        @Override
        public String wireName() {
            return "mediaRequest:statusChanged";
        }
    }

    /// A service was checked.
    record ServiceChecked(ServiceStatus service) implements ServerEvent {
        @Override
        public String wireName() {
            return "service:status";
        }
    }
}
