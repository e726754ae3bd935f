package io.medianest.desktop.request;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.account.User;
import io.medianest.model.request.MediaRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// Decisions about requests, one or several at once: they are sent one after the other, and one that is refused does
/// not hold up the rest. Belongs to the FX thread.
public final class RequestDecisionsViewModel {
    private final MediaNestApi api;
    private final Async async;
    private final Notices notices;
    private final ObservableValue<@Nullable User> me;
    private final Consumer<MediaRequest> onChanged;
    private final ObservableSet<String> underWay = FXCollections.observableSet();
    /// Kept, since such a view forgets its listeners when nobody holds it.
    private final ObservableSet<String> shownUnderWay = FXCollections.unmodifiableObservableSet(underWay);

    /// Decides nothing by itself.
    ///
    /// @param me the person at the window, once that is known
    /// @param onChanged is told of each request that a decision has changed
    public RequestDecisionsViewModel(
            MediaNestApi api,
            Async async,
            Notices notices,
            ObservableValue<@Nullable User> me,
            Consumer<MediaRequest> onChanged) {
        this.api = api;
        this.async = async;
        this.notices = notices;
        this.me = me;
        this.onChanged = onChanged;
    }

    /// The ids of the requests that are being decided just now.
    public ObservableSet<String> underWay() {
        return shownUnderWay;
    }

    /// Those of the requests for which the action makes sense just now.
    public List<MediaRequest> open(RequestAction action, List<MediaRequest> requests) {
        User person = me.getValue();
        if (person == null) {
            return List.of();
        }
        return requests.stream()
                .filter(request -> !underWay.contains(request.id()) && action.isOpenTo(person, request))
                .toList();
    }

    /// Carries a decision out for those requests for which it makes sense.
    ///
    /// @param comment for the person who asked
    public void carryOut(RequestAction action, List<MediaRequest> requests, @Nullable String comment) {
        List<MediaRequest> open = open(action, requests);
        if (open.isEmpty()) {
            return;
        }
        String said = comment == null || comment.isBlank() ? null : comment.strip();
        Set<String> ids = open.stream().map(MediaRequest::id).collect(Collectors.toSet());
        underWay.addAll(ids);
        async.run(() -> attempt(action, open, said)).then(result -> ended(action, ids, result), problem -> {
            underWay.removeAll(ids);
            notices.problem(problem);
        });
    }

    /// What became of it.
    private record Outcome(List<MediaRequest> done, List<ApiException> refusals) {}

    private void ended(RequestAction action, Set<String> ids, Outcome outcome) {
        underWay.removeAll(ids);
        outcome.done().forEach(onChanged);
        if (outcome.done().size() == 1) {
            notices.tell(
                    Tone.GOOD,
                    "request.done." + action.name(),
                    outcome.done().getFirst().title());
        } else if (!outcome.done().isEmpty()) {
            notices.tell(
                    Tone.GOOD,
                    "request.doneSeveral." + action.name(),
                    outcome.done().size());
        }
        if (!outcome.refusals().isEmpty()) {
            tellRefusals(outcome, ids.size());
        }
    }

    private void tellRefusals(Outcome outcome, int all) {
        if (all > 1) {
            notices.tell(Tone.BAD, "request.refused", outcome.refusals().size(), all);
        }
        notices.problem(outcome.refusals().getFirst());
    }

    private Outcome attempt(RequestAction action, List<MediaRequest> requests, @Nullable String comment) {
        var done = new ArrayList<MediaRequest>();
        var refusals = new ArrayList<ApiException>();
        for (MediaRequest request : requests) {
            try {
                done.add(attempt(action, request, comment));
            } catch (ApiException problem) {
                refusals.add(problem);
            }
        }
        return new Outcome(List.copyOf(done), List.copyOf(refusals));
    }

    private MediaRequest attempt(RequestAction action, MediaRequest request, @Nullable String comment) {
        return switch (action) {
            case APPROVE -> api.approve(request.id(), comment);
            case DENY -> api.deny(request.id(), comment);
            case RETRY -> api.retry(request.id(), comment);
            case CANCEL -> cancel(request);
        };
    }

    private MediaRequest cancel(MediaRequest request) {
        api.cancel(request.id());
        try {
            return api.request(request.id()).request();
        } catch (ApiException _) {
            return request; // It is cancelled all the same, and an event will bring its new state.
        }
    }
}
