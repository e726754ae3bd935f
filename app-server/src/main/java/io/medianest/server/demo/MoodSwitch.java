package io.medianest.server.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/// The moods of all stand-ins, and since when. Thread-safe.
final class MoodSwitch {
    private final Clock clock;
    private final Map<DemoService, Setting> settings = new EnumMap<>(DemoService.class);
    private final List<BiConsumer<DemoService, Mood>> listeners = new CopyOnWriteArrayList<>();

    MoodSwitch(Clock clock) {
        this.clock = clock;
        for (var service : DemoService.values()) {
            settings.put(service, new Setting(Mood.NORMAL, Instant.EPOCH));
        }
    }

    Setting of(DemoService service) {
        synchronized (settings) {
            return settings.getOrDefault(service, new Setting(Mood.NORMAL, Instant.EPOCH));
        }
    }

    void set(DemoService service, Mood mood) {
        synchronized (settings) {
            settings.put(service, new Setting(mood, clock.instant()));
        }
        listeners.forEach(listener -> listener.accept(service, mood));
    }

    void onChange(BiConsumer<DemoService, Mood> listener) {
        listeners.add(listener);
    }

    /// A mood and the moment it was set.
    record Setting(Mood mood, Instant since) {}
}
