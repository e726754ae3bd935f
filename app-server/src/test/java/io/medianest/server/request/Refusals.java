package io.medianest.server.request;

import io.medianest.server.platform.MediaNestException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How an action was refused, in one line.
final class Refusals {
    private Refusals() {}

    /// Code and details of the refusal, for example `VALIDATION_ERROR tmdbId`.
    static String of(Supplier<?> action) {
        try {
            return "done: " + action.get();
        } catch (MediaNestException e) {
            @Nullable String details = e.details();
            return e.code() + (details == null ? "" : " " + Objects.requireNonNull(details));
        }
    }
}
