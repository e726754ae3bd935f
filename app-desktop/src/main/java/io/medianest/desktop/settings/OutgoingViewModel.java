package io.medianest.desktop.settings;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.OutgoingApi;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.outgoing.OutgoingTarget;
import io.medianest.model.outgoing.OutgoingTargetList;
import io.medianest.model.outgoing.OutgoingTest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Where notifications go beside the program. One target at a time is written about.
public final class OutgoingViewModel {
    private final OutgoingApi api;
    private final Async async;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Screen<List<OutgoingTarget>>> screen =
            new ReadOnlyObjectWrapper<>(Screen.loading());
    private final ReadOnlyObjectWrapper<@Nullable OutgoingForm> form = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<String, Trial>> trials = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<@Nullable ApiException> problem = new ReadOnlyObjectWrapper<>();
    private Instant readAt = Instant.EPOCH;

    /// A word that is sent to a target to try it.
    ///
    /// @param outcome null while it is on its way
    public record Trial(@Nullable OutgoingTest outcome) {}

    public OutgoingViewModel(OutgoingApi api, Async async, Clock clock) {
        this.api = api;
        this.async = async;
        this.clock = clock;
    }

    /// Somebody looks, or looks again.
    public void read() {
        problem.set(null);
        screen.set(screen.get().whileReading());
        async.latest(this, api::list)
                .then(this::show, why -> screen.set(screen.get().afterFailure(why, readAt)));
    }

    private void show(OutgoingTargetList list) {
        readAt = clock.instant();
        screen.set(list.targets().isEmpty() ? Screen.empty() : Screen.of(list.targets()));
    }

    /// Begins a new one.
    ///
    /// @param language in which it is told at first
    public void begin(String language) {
        form.set(new OutgoingForm(null, language));
    }

    /// Begins to change one.
    public void change(OutgoingTarget target) {
        form.set(new OutgoingForm(target, target.language()));
    }

    /// Forgets what is written.
    public void cancel() {
        form.set(null);
    }

    /// Saves what is written. What is wrong with it is said in the form, which stays.
    public void save() {
        OutgoingForm written = form.get();
        if (written == null || written.savingProperty().get()) {
            return;
        }
        written.begin();
        var wish = written.wish();
        OutgoingTarget before = written.before();
        async.run(() -> {
                    if (before == null) {
                        api.add(wish);
                    } else {
                        api.change(before.id(), wish);
                    }
                    return api.list();
                })
                .then(
                        list -> {
                            close(written);
                            show(list);
                        },
                        written::failed);
    }

    private void close(OutgoingForm saved) {
        OutgoingTarget before = saved.before();
        if (before != null) {
            tried(before, null);
        }
        if (form.get() == saved) {
            form.set(null);
        }
    }

    /// Nothing is sent there any more.
    public void remove(OutgoingTarget target) {
        cancel();
        act(() -> {
            api.remove(target.id());
            return api.list();
        });
    }

    private void act(Callable<OutgoingTargetList> work) {
        problem.set(null);
        async.run(work).then(this::show, problem::set);
    }

    /// Sends a word there.
    public void test(OutgoingTarget target) {
        tried(target, new Trial(null));
        async.latest(target.id(), () -> api.test(target.id()))
                .then(outcome -> tried(target, new Trial(outcome)), why -> {
                    tried(target, null);
                    problem.set(why);
                });
    }

    private void tried(OutgoingTarget target, @Nullable Trial trial) {
        var all = new HashMap<>(trials.get());
        if (trial == null) {
            all.remove(target.id());
        } else {
            all.put(target.id(), trial);
        }
        trials.set(Map.copyOf(all));
    }

    public ReadOnlyObjectProperty<Screen<List<OutgoingTarget>>> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    /// What is written about at the moment.
    public ReadOnlyObjectProperty<@Nullable OutgoingForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    /// The last word that was sent to each target to try it, by its number.
    public ReadOnlyObjectProperty<Map<String, Trial>> trialsProperty() {
        return trials.getReadOnlyProperty();
    }

    /// Why something was not done that is not about what is written.
    public ReadOnlyObjectProperty<@Nullable ApiException> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
