package io.medianest.desktop.ui;

import io.medianest.desktop.api.ApiException;

/// Tells the person in passing what happened.
public interface Notices {
    /// Says the text of a key.
    void tell(Tone tone, String key, Object... arguments);

    /// Says what went wrong.
    void problem(ApiException problem);
}
