package io.medianest.desktop.status;

import io.medianest.desktop.ui.StepTimeline;
import io.medianest.desktop.ui.StepTimeline.Step;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.status.Escalation;
import io.medianest.model.status.IncidentState;
import io.medianest.model.status.IncidentStep;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import io.medianest.model.status.StatusHistory;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How the state of a service is spoken of, and in which colour.
final class StatusWords {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /// Services of which copies stand in while they are silent.
    private static final Set<String> COPIED = Set.of("plex", "overseerr", "tmdb");

    private final Texts texts;
    private final Clock clock;

    StatusWords(Texts texts) {
        this.texts = texts;
        this.clock = texts.clock();
    }

    String state(ServiceStatus service) {
        return texts.get(service.configured() ? "status.state." + service.status() : "status.state.unset");
    }

    static Tone tone(ServiceStatus service) {
        if (!service.configured()) {
            return Tone.NEUTRAL;
        }
        return switch (service.status()) {
            case ONLINE -> Tone.GOOD;
            case DEGRADED -> Tone.WAITING;
            case OFFLINE -> Tone.BAD;
            case UNKNOWN -> Tone.NEUTRAL;
        };
    }

    /// “38 ms”, or a dash where nothing answered.
    String responseTime(ServiceStatus service) {
        Long time = service.responseTime();
        return time == null ? "–" : texts.get("status.ms", time);
    }

    /// “99.98 %”; rounded down, since only what never failed is 100 %.
    String percent(double share) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(RoundingMode.DOWN);
        return texts.get("status.percent", format.format(share * 100));
    }

    /// “checked 4 s ago”.
    String checked(Optional<Duration> since) {
        return since.map(age -> {
                    if (age.compareTo(MINUTE) < 0) {
                        return texts.get("status.checked.seconds", age.toSeconds());
                    }
                    return age.compareTo(HOUR) < 0
                            ? texts.get("status.checked.minutes", age.toMinutes())
                            : texts.get("status.checked.hours", age.toHours());
                })
                .orElseGet(() -> texts.get("status.checked.never"));
    }

    /// A moment within a sentence: “18:02”, “yesterday 9:15”, “21 Nov 2026, 9:15”.
    String when(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, clock.getZone());
        LocalDate today = LocalDate.now(clock);
        if (day.equals(today)) {
            return texts.time(moment);
        }
        return day.equals(today.minusDays(1))
                ? texts.get("status.yesterday", texts.time(moment))
                : texts.get("status.day", texts.date(day), texts.time(moment));
    }

    /// “Stale since 18:02”: what is shown of it elsewhere are copies; of others that nobody answers.
    String stale(ServiceStatus service, Instant since) {
        return texts.get(COPIED.contains(service.name()) ? "status.stale" : "status.silent", when(since));
    }

    /// What its card says of it. Which of its settings is missing is for whoever reads the API: here it is set up
    /// in the settings.
    String message(ServiceStatus service) {
        if (!service.configured()) {
            return texts.get("status.unset");
        }
        String message = service.message();
        return message == null ? texts.get("status.fine") : texts.said(message);
    }

    /// What stands in a chart for which too little is known.
    String collecting(Span span, @Nullable StatusHistory history) {
        if (history == null) {
            return "";
        }
        // The first check, which the span may begin before.
        Instant first = history.since();
        return span.collecting() && first != null
                ? texts.get("status.collecting", when(first))
                : texts.get("status.noAnswers");
    }

    static Tone tone(Trouble trouble) {
        if (trouble.kind() == Trouble.Kind.MAINTENANCE) {
            return Tone.ACCENT;
        }
        ServiceStatus service = trouble.service();
        return service != null && service.status() != ServiceState.OFFLINE ? Tone.WAITING : Tone.BAD;
    }

    /// What is wrong, as a sentence; in one's own language where it is about a service.
    String title(Trouble trouble) {
        return Optional.ofNullable(trouble.service())
                .filter(service ->
                        service.status() == ServiceState.DEGRADED || service.status() == ServiceState.OFFLINE)
                .map(service -> texts.get("status.trouble." + service.status(), service.displayName()))
                .orElseGet(() -> texts.said(trouble.incident().title()));
    }

    /// How bad it is, in a word.
    String severity(Trouble trouble) {
        if (trouble.kind() == Trouble.Kind.MAINTENANCE) {
            return texts.get("status.severity.maintenance");
        }
        return texts.get(
                trouble.incident().state() == IncidentState.ACKNOWLEDGED
                        ? "status.severity.acknowledged"
                        : "status.severity." + tone(trouble));
    }

    /// Since when, and what explains it.
    String more(Trouble trouble) {
        Instant from = trouble.incident().startedAt();
        boolean ahead = trouble.kind() == Trouble.Kind.MAINTENANCE && from.isAfter(clock.instant());
        String since = texts.get(ahead ? "status.from" : "status.since", when(from));
        return Stream.of(since, texts.said(trouble.incident().message()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    /// The steps of an incident, oldest first.
    List<Step> course(Trouble trouble) {
        return trouble.course().stream().map(this::step).toList();
    }

    private Step step(IncidentStep step) {
        String caption = Stream.of(texts.moment(step.at()), step.actor(), step.comment())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" · "));
        Escalation carried = step.escalation();
        return new Step(
                texts.get(carried == null ? "status.step." + step.state() : "status.step.carried." + carried),
                caption,
                switch (step.state()) {
                    case OPEN, UNKNOWN -> StepTimeline.State.FAILED;
                    case ACKNOWLEDGED -> StepTimeline.State.NOW;
                    case RESOLVED -> StepTimeline.State.DONE;
                });
    }
}
