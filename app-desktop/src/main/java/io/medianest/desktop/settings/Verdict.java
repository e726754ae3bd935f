package io.medianest.desktop.settings;

import io.medianest.desktop.api.ApiException;
import io.medianest.model.settings.ServiceTest;

/// How the trial of a service went.
public sealed interface Verdict {
    /// Not tried with what stands there now.
    record Unknown() implements Verdict {}

    record Trying() implements Verdict {}

    /// The service was tried.
    record Tried(ServiceTest test) implements Verdict {}

    /// The trial itself could not be made.
    record Failed(ApiException problem) implements Verdict {}
}
