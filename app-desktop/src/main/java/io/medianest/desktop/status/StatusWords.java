package io.medianest.desktop.status;

import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Optional;

/// How the state of a service is spoken of, and in which colour.
final class StatusWords {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Texts texts;

    StatusWords(Texts texts) {
        this.texts = texts;
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

    /// What is wrong with a service, as a sentence; empty when nothing is.
    Optional<String> trouble(ServiceStatus service) {
        boolean wrong = service.configured()
                && (service.status() == ServiceState.DEGRADED || service.status() == ServiceState.OFFLINE);
        return wrong
                ? Optional.of(texts.get("status.trouble." + service.status(), service.displayName()))
                : Optional.empty();
    }
}
