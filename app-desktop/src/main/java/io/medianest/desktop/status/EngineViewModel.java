package io.medianest.desktop.status;

import io.medianest.desktop.api.EventListener;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.OperationsApi;
import io.medianest.desktop.api.Page;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.LiveScreen;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Screen;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.admin.BreakerReport;
import io.medianest.model.admin.DeadLetter;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.status.ServiceState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The inside of the server: circuit breakers, failed work, figures. Read again when something happens that may have
/// changed them, and now and then while it is looked at. Belongs to the FX thread.
public final class EngineViewModel implements EventListener {
    private static final Duration OFTEN = Duration.ofSeconds(15);
    private static final Duration TOGETHER = Duration.ofMillis(400);
    private static final int MOST_LETTERS = 50;

    private final OperationsApi api;
    private final Events events;
    private final Async async;
    private final Notices notices;
    private final Clock clock;
    private final Object reading = new Object();
    private final LiveScreen<Engine> screen;
    private final Map<String, ServiceState> lights = new HashMap<>();
    private final ReadOnlyObjectWrapper<Instant> now;
    private Instant lastRead = Instant.EPOCH;
    private boolean started;

    /// Reads nothing before it is started.
    EngineViewModel(OperationsApi api, Events events, Async async, Notices notices, Clock clock) {
        this.api = api;
        this.events = events;
        this.async = async;
        this.notices = notices;
        this.clock = clock;
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
        this.screen = new LiveScreen<>(clock, this::refresh);
    }

    /// Reads it and keeps up from now on; nothing happens the second time.
    void start() {
        if (!started) {
            started = true;
            screen.follow(events, this);
            refresh();
        }
    }

    void close() {
        screen.close();
        async.cancel(reading);
    }

    public ReadOnlyObjectProperty<Screen<Engine>> screenProperty() {
        return screen.property();
    }

    /// Moves on while the screen is looked at, for what counts down.
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /// A second has passed while it is looked at.
    void tick() {
        if (!started) {
            return;
        }
        Instant before = now.get();
        now.set(clock.instant());
        boolean old = Duration.between(lastRead, now.get()).compareTo(OFTEN) >= 0;
        if (old || isAttemptDue(before)) {
            refresh();
        }
    }

    /// A breaker that was open lets somebody try: soon it is known how that ended.
    private boolean isAttemptDue(Instant before) {
        return screen.get() instanceof Screen.Content<Engine>(Engine engine, var _)
                && engine.breakers().stream()
                        .map(BreakerReport::nextAttemptAt)
                        .anyMatch(at -> at != null && at.isAfter(before) && !at.isAfter(now.get()));
    }

    public void refresh() {
        read(Duration.ZERO);
    }

    private void read(Duration delay) {
        lastRead = clock.instant();
        if (screen.get() instanceof Screen.Failed) {
            screen.reading();
        }
        async.latest(
                        reading,
                        delay,
                        () -> new Engine(api.breakers(), api.deadLetters(new Page(1, MOST_LETTERS)), api.stats()))
                .then(engine -> screen.show(Screen.of(engine)), screen::failed);
    }

    /// Lets calls to a service through again.
    public void reset(BreakerReport breaker) {
        carryOut(() -> api.resetBreaker(breaker.name()), _ -> tell("status.done.reset", breaker.displayName()));
    }

    /// Has everything asked for anew that services have said.
    public void clearCopies() {
        carryOut(done(api::clearCopies), _ -> notices.tell(Tone.GOOD, "status.done.cleared"));
    }

    /// Has failed work run again.
    public void retry(DeadLetter letter) {
        carryOut(done(() -> api.retryLetter(letter.id())), _ -> tell("status.done.retried", letter.about()));
    }

    public void retryAll() {
        carryOut(api::retryLetters, count -> tell("status.done.retriedAll", count));
    }

    /// Throws failed work away.
    public void discard(DeadLetter letter) {
        carryOut(done(() -> api.discardLetter(letter.id())), _ -> tell("status.done.discarded", letter.about()));
    }

    public void discardAll() {
        carryOut(api::discardLetters, count -> tell("status.done.discardedAll", count));
    }

    private static Callable<Boolean> done(Runnable call) {
        return () -> {
            call.run();
            return true;
        };
    }

    private void tell(String key, Object about) {
        notices.tell(Tone.GOOD, key, about);
    }

    private <T> void carryOut(Callable<T> call, Consumer<T> onDone) {
        async.run(call)
                .then(
                        result -> {
                            onDone.accept(result);
                            refresh();
                        },
                        problem -> {
                            notices.problem(problem);
                            refresh();
                        });
    }

    @Override
    public void on(ServerEvent event) {
        switch (event) {
            case ServerEvent.ServiceChecked checked -> {
                ServiceState before =
                        lights.put(checked.service().name(), checked.service().status());
                if (before != null && before != checked.service().status()) {
                    read(TOGETHER);
                }
            }
            case ServerEvent.IncidentOpened _, ServerEvent.IncidentResolved _ -> read(TOGETHER);
            case ServerEvent.RequestCreated _,
                    ServerEvent.RequestChanged _,
                    ServerEvent.DownloadChanged _,
                    ServerEvent.DownloadProgressed _,
                    ServerEvent.PreferencesChanged _,
                    ServerEvent.NotificationAdded _ -> {
                // Seen at the next look.
            }
        }
    }

    @Override
    public void missedSome() {
        refresh();
    }
}
