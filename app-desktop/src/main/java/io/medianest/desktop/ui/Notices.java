package io.medianest.desktop.ui;

import io.medianest.desktop.api.ApiException;

/// Tells the person in passing what happened.
public interface Notices {
    /// Says the text of a key.
    void tell(Tone tone, String key, Object... arguments);

    /// Says what went wrong.
    void problem(ApiException problem);

    /// Tells what has happened elsewhere.
    void news(Tone tone, News news);

    /// Something that has happened elsewhere.
    ///
    /// @param title a few words, in the language of the person
    /// @param text a sentence, in the language of the person
    /// @param show leads to it
    record News(String title, String text, Runnable show) {}
}
