package io.medianest.server.demo;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The running stand-ins and whatever else must end with them. Filled by one thread, then only read.
final class StandIns implements AutoCloseable {
    private final MoodSwitch moods;
    private final Duration slowness;
    private final Map<DemoService, StandIn> running = new EnumMap<>(DemoService.class);
    private final Deque<Runnable> endings = new ArrayDeque<>();

    StandIns(MoodSwitch moods, Duration slowness) {
        this.moods = moods;
        this.slowness = slowness;
    }

    /// Starts a stand-in whose mood can be set, and tells where it listens.
    @CanIgnoreReturnValue
    URI start(DemoService service, RouteList routes) {
        var standIn =
                new StandIn(service.title(), routes, () -> moods.of(service).mood(), slowness);
        running.put(service, standIn);
        return start(standIn);
    }

    @CanIgnoreReturnValue
    URI start(StandIn standIn) {
        onClose(standIn::close);
        standIn.start();
        return standIn.uri();
    }

    /// What was opened last is closed first.
    void onClose(Runnable ending) {
        endings.push(ending);
    }

    URI uri(DemoService service) {
        return Objects.requireNonNull(running.get(service), service.title()).uri();
    }

    @Override
    public void close() {
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
    }
}
