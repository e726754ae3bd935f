package io.medianest.server.request;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.request.MediaRequest;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.request.RequestBackend.UpstreamState.Decision;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A backend that counts from 1, knows every Plex account but `plex-stranger`, and does as it is told. Thread-safe.
final class FakeBackend implements RequestBackend {
    final List<MediaRequest> submitted = new CopyOnWriteArrayList<>();
    final List<String> told = new CopyOnWriteArrayList<>();
    final Map<String, UpstreamState> states = new ConcurrentHashMap<>();
    /// Numbers that it cannot be asked about one by one.
    final Set<String> unreadable = ConcurrentHashMap.newKeySet();
    final AtomicInteger attempts = new AtomicInteger();

    volatile boolean configured = true;
    volatile boolean down;
    volatile @Nullable String absent;
    volatile Runnable beforeSubmit = () -> {};
    volatile Runnable beforeWord = () -> {};
    /// What happens between the look at all requests and its answer.
    volatile Runnable beforeAnswer = () -> {};
    volatile Function<MediaRequest, Submission> answer = this::take;

    @Override
    public @Nullable String absent() {
        return absent;
    }

    private Submission take(MediaRequest request) {
        var number = Integer.toString(submitted.size());
        var pending = pending();
        states.put(number, pending);
        return new Submission.Taken(number, pending);
    }

    static UpstreamState pending() {
        return new UpstreamState(Decision.PENDING, false, false, null);
    }

    static UpstreamState approved() {
        return new UpstreamState(Decision.APPROVED, false, false, null);
    }

    static UpstreamState downloading(@Nullable Integer percent) {
        return new UpstreamState(Decision.APPROVED, false, true, percent);
    }

    static UpstreamState available() {
        return new UpstreamState(Decision.APPROVED, true, false, null);
    }

    static UpstreamState decided(Decision decision) {
        return new UpstreamState(decision, false, false, null);
    }

    @Override
    public boolean isConfigured() {
        return configured;
    }

    @Override
    public boolean knows(String plexId) {
        return !plexId.equals("plex-stranger");
    }

    @Override
    public Submission submit(MediaRequest request, @Nullable String plexId) {
        attempts.incrementAndGet();
        requireUp();
        submitted.add(request);
        beforeSubmit.run();
        return answer.apply(request);
    }

    private void requireUp() {
        if (down) {
            throw new MediaNestException(ErrorCode.SERVICE_UNAVAILABLE, "Overseerr does not answer", "overseerr");
        }
    }

    @Override
    public Map<String, UpstreamState> states(Collection<MediaRequest> requests) {
        requireUp();
        var known = new HashMap<>(states);
        known.keySet()
                .retainAll(requests.stream().map(MediaRequest::overseerrId).toList());
        beforeAnswer.run();
        return known;
    }

    @Override
    public Optional<UpstreamState> state(MediaRequest request) {
        requireUp();
        var number = String.valueOf(request.overseerrId());
        if (unreadable.contains(number)) {
            throw new MediaNestException(ErrorCode.UPSTREAM_ERROR, "Overseerr answered with HTTP 500");
        }
        return Optional.ofNullable(states.get(number));
    }

    @Override
    public Optional<UpstreamState> approve(MediaRequest request) {
        return hear("approve", request);
    }

    @Override
    public Optional<UpstreamState> decline(MediaRequest request) {
        return hear("decline", request);
    }

    private Optional<UpstreamState> hear(String word, MediaRequest request) {
        beforeWord.run();
        requireUp();
        told.add(word + " " + request.overseerrId());
        return state(request);
    }
}
