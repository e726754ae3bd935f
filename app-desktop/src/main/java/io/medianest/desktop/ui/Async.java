package io.medianest.desktop.ui;

import io.medianest.desktop.api.ApiException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work that waits for something, away from the FX thread; its results come back on it. To be called on the FX thread
/// alone; with `Runnable::run` for both executors everything happens at once, which is how view models are tested.
public final class Async {
    private static final Logger LOG = LoggerFactory.getLogger(Async.class);

    private final Executor io;
    private final Executor ui;
    private final Pause pause;
    private final Map<Object, Call<?>> latest = new HashMap<>();

    /// Waits a while; an interrupt ends the wait.
    @FunctionalInterface
    public interface Pause {
        void sleep(Duration time) throws InterruptedException;
    }

    /// Starts nothing yet.
    ///
    /// @param io where blocking work runs
    /// @param ui runs on the FX thread
    public Async(Executor io, Executor ui, Pause pause) {
        this.io = io;
        this.ui = ui;
        this.pause = pause;
    }

    public <T> Call<T> run(Callable<T> work) {
        return begin(new Call<>(null, work));
    }

    /// Gives up the earlier work of the same key: it is interrupted, and what it brings is dropped.
    public <T> Call<T> latest(Object key, Callable<T> work) {
        cancel(key);
        var call = new Call<>(key, work);
        latest.put(key, call);
        return begin(call);
    }

    /// As [#latest(Object, Callable)], after a moment in which a newer one may replace it.
    public <T> Call<T> latest(Object key, Duration delay, Callable<T> work) {
        return latest(key, () -> {
            pause.sleep(delay);
            return work.call();
        });
    }

    /// Gives up the work of this key, if there is any.
    public void cancel(Object key) {
        Call<?> earlier = latest.remove(key);
        if (earlier != null) {
            earlier.cancel();
        }
    }

    private <T> Call<T> begin(Call<T> call) {
        io.execute(call.task);
        return call;
    }

    /// One piece of work. Handlers may be added before or after it ended; each is called once, on the FX thread.
    public final class Call<T> {
        private final @Nullable Object key;
        private final FutureTask<Void> task;
        private Consumer<? super T> success = _ -> {};
        private Consumer<ApiException> failure = problem -> LOG.warn("Nobody minds this failure", problem);
        private @Nullable Runnable outcome;
        private boolean cancelled;

        private Call(@Nullable Object key, Callable<T> work) {
            this.key = key;
            this.task = new FutureTask<>(() -> perform(work), null);
        }

        private void perform(Callable<T> work) {
            try {
                T value = work.call();
                ui.execute(() -> ended(() -> success.accept(value)));
            } catch (ApiException e) {
                ui.execute(() -> ended(() -> failure.accept(e)));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (Exception | Error e) {
                // Errors as well: nobody else would ever hear of one, and a screen would wait for ever.
                LOG.error("Unexpected failure of work in the background", e);
                ui.execute(() -> ended(() -> failure.accept(ApiException.unexpected(e))));
            }
        }

        private void ended(Runnable result) {
            if (cancelled) {
                return;
            }
            if (key != null) {
                latest.remove(key, this);
            }
            outcome = result;
            deliver();
        }

        private void deliver() {
            Runnable result = outcome;
            if (result != null && handled) {
                outcome = null;
                result.run();
            }
        }

        private boolean handled;

        /// What to do with the result and with a failure.
        public void then(Consumer<? super T> onSuccess, Consumer<ApiException> onFailure) {
            success = onSuccess;
            failure = onFailure;
            handled = true;
            deliver();
        }

        /// Interrupts the work and drops its result.
        public void cancel() {
            cancelled = true;
            task.cancel(true);
        }
    }
}
