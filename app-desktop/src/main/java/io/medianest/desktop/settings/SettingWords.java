package io.medianest.desktop.settings;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.settings.ServiceProblem;
import io.medianest.model.settings.ServiceTest;
import io.medianest.model.settings.SettingEntry;
import io.medianest.model.settings.SettingSource;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is said about settings and services.
///
/// @param texts in the language of the window
public record SettingWords(Texts texts) {
    /// Something about a service: a word for its state, and a sentence that explains.
    ///
    /// @param more empty where there is nothing to explain
    public record Saying(Tone tone, String word, String more) {}

    /// Why a value is not taken, and what would be.
    String refusal(SettingField field, ApiException problem) {
        if (problem.code() == ErrorCode.VALIDATION_ERROR) {
            if (field.isSecret() && !field.isDirty()) {
                return texts.get("settings.refused.again");
            }
            SettingEntry entry = field.entryProperty().get();
            String kind = entry == null ? "text" : entry.kind().name().toLowerCase(Locale.ROOT);
            String own = "settings.refused." + field.key();
            String usual = "settings.refused.kind." + kind;
            return texts.has(own)
                    ? texts.get(own)
                    : texts.has(usual) ? texts.get(usual) : texts.said(problem.message());
        }
        // What forbids it stands in the server's words: it names the place where it can be done.
        return problem.code() == ErrorCode.INVALID_STATE || problem.code() == ErrorCode.FORBIDDEN
                ? texts.said(problem.message())
                : texts.problem(problem);
    }

    /// What fixes a value.
    String fixed(SettingSource source) {
        return texts.get(
                "settings.locked." + source.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// What is known about a service.
    ///
    /// @param configured whether what it needs is set
    public Saying saying(ServiceKind kind, Verdict verdict, boolean configured) {
        return switch (verdict) {
            case Verdict.Unknown _ ->
                new Saying(Tone.NEUTRAL, texts.get(configured ? "settings.test.unknown" : "settings.test.unset"), "");
            case Verdict.Trying _ -> new Saying(Tone.ACCENT, texts.get("settings.test.trying"), "");
            case Verdict.Failed(ApiException problem) ->
                new Saying(Tone.BAD, texts.get("settings.test.failed"), texts.problem(problem));
            case Verdict.Tried(ServiceTest test) -> tried(kind, test);
        };
    }

    private Saying tried(ServiceKind kind, ServiceTest test) {
        ServiceProblem problem = test.problem();
        if (problem == null) {
            return test.reachable()
                    ? new Saying(Tone.GOOD, texts.get("settings.test.good"), facts(test))
                    : new Saying(Tone.BAD, texts.get("settings.test.failed"), told(test));
        }
        if (problem == ServiceProblem.ADDRESS_MISSING || problem == ServiceProblem.KEY_MISSING) {
            return new Saying(Tone.NEUTRAL, texts.get("settings.test.unset"), explained(kind, problem, test));
        }
        Tone tone = test.reachable() ? Tone.WAITING : Tone.BAD;
        return new Saying(tone, texts.get("settings.problem." + word(problem)), explained(kind, problem, test));
    }

    private String explained(ServiceKind kind, ServiceProblem problem, ServiceTest test) {
        if (kind == ServiceKind.YOUTUBE && problem == ServiceProblem.OUTDATED) {
            // Two programs: the server says which of them, and how it is renewed on this system.
            return told(test);
        }
        String name = texts.get("settings.service." + kind.id());
        String key = "settings.problem." + word(problem) + ".help";
        return texts.get(key, name, facts(test), told(test)).strip();
    }

    private static String word(ServiceProblem problem) {
        return problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String told(ServiceTest test) {
        return texts.said(test.reason());
    }

    /// “1.34.0 · 12 ms”.
    private String facts(ServiceTest test) {
        return Objects.requireNonNullElse(test.version(), "") + latency(test.latency());
    }

    private String latency(@Nullable Long latency) {
        return latency == null ? "" : " · " + texts.get("settings.test.latency", latency);
    }
}
