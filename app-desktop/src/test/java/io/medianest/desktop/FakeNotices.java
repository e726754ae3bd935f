package io.medianest.desktop;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Remembers what a person would have been told.
public final class FakeNotices implements Notices {
    /// Tone, key and arguments in one line each, and codes of problems; oldest first.
    public final List<String> told = new ArrayList<>();

    @Override
    public void tell(Tone tone, String key, Object... arguments) {
        told.add(tone + " " + key + " " + Arrays.toString(arguments));
    }

    @Override
    public void problem(ApiException problem) {
        told.add(problem.code().name());
    }
}
