package io.medianest.desktop.ui;

import io.medianest.desktop.ui.StepTimeline.State;
import io.medianest.desktop.ui.StepTimeline.Step;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import io.medianest.model.request.StatusChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a request is spoken of, and in which colour; the same on every screen.
public final class RequestWords {
    private static final double SUBMITTED_SHARE = 0.06;

    private final Texts texts;

    public RequestWords(Texts texts) {
        this.texts = texts;
    }

    /// Where it stands, in a word or two: “Waits for a yes”, “Downloading 62 %”.
    public String standing(MediaRequest request) {
        Integer progress = request.progress();
        if (request.status() == RequestStatus.APPROVED
                && request.stage() == RequestStage.DOWNLOADING
                && progress != null) {
            return texts.get("ui.request.downloading", progress);
        }
        return texts.get(key(request.status(), request.stage()));
    }

    public Tone tone(MediaRequest request) {
        if (request.stage() == RequestStage.FAILED && request.status().isOpen()) {
            return Tone.BAD;
        }
        return switch (request.status()) {
            case AVAILABLE -> Tone.GOOD;
            case DENIED -> Tone.BAD;
            case PENDING -> Tone.WAITING;
            case APPROVED -> request.stage() == RequestStage.DOWNLOADING ? Tone.WAITING : Tone.ACCENT;
            case CANCELLED, UNKNOWN -> Tone.NEUTRAL;
        };
    }

    /// How far it is, 0 to 1; never back.
    public double share(MediaRequest request) {
        if (request.status() == RequestStatus.AVAILABLE) {
            return 1;
        }
        Integer progress = request.progress();
        return switch (request.stage()) {
            case QUEUED, UNKNOWN -> 0.02;
            case PROCESSING, FAILED -> 0.04;
            case SUBMITTED -> SUBMITTED_SHARE;
            case DOWNLOADING -> Math.max(SUBMITTED_SHARE, progress == null ? 0 : progress / 100.0);
            case DONE -> 1;
        };
    }

    /// The history, oldest first, and what is still to come.
    public List<Step> steps(MediaRequest request, List<StatusChange> history) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < history.size(); i++) {
            StatusChange change = history.get(i);
            boolean now = i == history.size() - 1 && request.status() == RequestStatus.APPROVED;
            steps.add(new Step(title(change, request, now), caption(change, request), state(change, now)));
        }
        if (request.status() == RequestStatus.PENDING && request.stage() != RequestStage.FAILED) {
            steps.add(new Step(standing(request), "", State.NOW));
        }
        if (request.status().isOpen()) {
            steps.add(new Step(texts.get("ui.request.available"), "", State.AHEAD));
        }
        return steps;
    }

    private String title(StatusChange change, MediaRequest request, boolean now) {
        if (now && change.stage() == request.stage()) {
            return standing(request);
        }
        boolean waiting = change.status() == RequestStatus.PENDING && change.stage() != RequestStage.FAILED;
        return texts.get(waiting ? waitingKey(change.stage()) : key(change.status(), change.stage()));
    }

    /// What has happened to a wish that nobody has decided on yet.
    private static String waitingKey(RequestStage stage) {
        return switch (stage) {
            case PROCESSING -> "ui.request.sending";
            case SUBMITTED, DOWNLOADING -> "ui.request.submitted";
            case QUEUED, DONE, FAILED, UNKNOWN -> "ui.request.asked";
        };
    }

    /// The words of whoever asked stand beside the history: once is enough.
    private String caption(StatusChange change, MediaRequest request) {
        String said = Objects.equals(change.comment(), request.comment()) ? "" : orEmpty(change.comment());
        return Stream.of(texts.moment(change.at()), orEmpty(change.actor()), said)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static State state(StatusChange change, boolean now) {
        if (change.stage() == RequestStage.FAILED || change.status() == RequestStatus.DENIED) {
            return State.FAILED;
        }
        return now ? State.NOW : State.DONE;
    }

    private static String key(RequestStatus status, RequestStage stage) {
        return switch (status) {
            case PENDING -> stage == RequestStage.FAILED ? "ui.request.failed" : "ui.request.pending";
            case DENIED -> "ui.request.denied";
            case CANCELLED -> "ui.request.cancelled";
            case AVAILABLE -> "ui.request.available";
            case UNKNOWN -> "ui.request.unknown";
            case APPROVED ->
                switch (stage) {
                    case QUEUED, PROCESSING, UNKNOWN -> "ui.request.approved";
                    case SUBMITTED, DONE -> "ui.request.submitted";
                    case DOWNLOADING -> "ui.request.downloadingSoon";
                    case FAILED -> "ui.request.failed";
                };
        };
    }
}
