package io.medianest.desktop.api;

import io.medianest.model.event.LiveState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands the news over to those who want to know, and notices gaps in their numbering. Confined to one
/// thread, except that listeners may come and go from any.
final class EventFeed {
    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
    private static final long NOTHING_YET = -1;

    private final List<EventListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<LiveState>> states = new CopyOnWriteArrayList<>();
    private long lastSeq = NOTHING_YET;

    Subscription listen(EventListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// The number of the last event; negative before the first state.
    long lastSeq() {
        return lastSeq;
    }

    void onState(Consumer<LiveState> consumer) {
        states.add(consumer);
    }

    void accept(News news) {
        switch (news) {
            case News.Began(LiveState state) -> begin(state);
            case News.Resumed(LiveState state) -> {
                begin(state);
                missedSome();
            }
            case News.Happened happened -> happened(happened);
            case News.Illegible _ -> missedSome();
        }
    }

    private void begin(LiveState state) {
        lastSeq = state.seq();
        states.forEach(consumer -> consumer.accept(state));
    }

    private void happened(News.Happened news) {
        count(news.seq());
        var event = news.event();
        if (event != null) {
            listeners.forEach(listener -> listener.on(event));
        }
    }

    private void count(long seq) {
        if (seq == NewsReader.UNNUMBERED) {
            return;
        }
        boolean gap = lastSeq != NOTHING_YET && seq > lastSeq + 1;
        lastSeq = seq;
        if (gap) {
            LOG.info("Events before number {} were missed, reading again", seq);
            missedSome();
        }
    }

    private void missedSome() {
        listeners.forEach(EventListener::missedSome);
    }
}
