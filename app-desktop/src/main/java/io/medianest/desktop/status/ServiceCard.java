package io.medianest.desktop.status;

import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import io.medianest.model.status.StatusHistory;
import io.medianest.model.status.StatusSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One service on the screen. It stays the same object, so that a check repaints it in its place.
public final class ServiceCard {
    private static final Duration MEANS_AFTER = Duration.ofMinutes(10);

    private final ReadOnlyObjectWrapper<ServiceStatus> status;
    private final ReadOnlyObjectWrapper<@Nullable StatusHistory> history = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Instant> troubledSince = new ReadOnlyObjectWrapper<>();
    private Instant readAt = Instant.EPOCH;

    ServiceCard(ServiceStatus status) {
        this.status = new ReadOnlyObjectWrapper<>(status);
    }

    public String name() {
        return status.get().name();
    }

    public ServiceStatus status() {
        return status.get();
    }

    public ReadOnlyObjectProperty<ServiceStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// Absent until it is read.
    public ReadOnlyObjectProperty<@Nullable StatusHistory> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /// Since when something is wrong with it; absent while nothing is.
    public ReadOnlyObjectProperty<@Nullable Instant> troubledSinceProperty() {
        return troubledSince.getReadOnlyProperty();
    }

    void troubled(@Nullable Instant since) {
        troubledSince.set(since);
    }

    void take(StatusHistory read, Instant at) {
        readAt = at;
        history.set(read);
    }

    /// Whether single checks have been added for so long that means should take their place.
    boolean isLongAt(Instant now) {
        return Duration.between(readAt, now).compareTo(MEANS_AFTER) > 0;
    }

    /// Takes over a check, unless a later one is known; a new check also lengthens the history.
    void take(ServiceStatus checked) {
        Instant before = status.get().lastChecked();
        Instant now = checked.lastChecked();
        if (before != null && now != null && now.isBefore(before)) {
            return;
        }
        status.set(checked);
        if (now != null && !Objects.equals(before, now)) {
            lengthen(checked, now);
        }
    }

    private void lengthen(ServiceStatus checked, Instant at) {
        StatusHistory known = history.get();
        if (known == null || checked.status() == ServiceState.UNKNOWN) {
            return;
        }
        var sample = new StatusSample(at, checked.responseTime(), checked.status() == ServiceState.OFFLINE ? 0.0 : 1.0);
        List<StatusSample> longer = Stream.concat(
                        known.samples().stream().filter(other -> other.at().isBefore(at)), Stream.of(sample))
                .toList();
        history.set(new StatusHistory(
                known.name(),
                known.window(),
                known.uptime(),
                longer,
                known.since() == null ? at : known.since(),
                known.uptimes()));
    }
}
