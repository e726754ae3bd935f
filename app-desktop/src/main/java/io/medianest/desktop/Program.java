package io.medianest.desktop;

import io.medianest.desktop.search.Browser;
import io.medianest.desktop.shell.LocalSettings;
import io.medianest.desktop.shell.WindowLife;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Texts;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.prefs.Preferences;

/// What the window has, whichever MediaNest it is of.
///
/// @param preferences the store of `settings`, for what keeps more there
/// @param texts in the language of now
record Program(
        WindowLife window,
        Wiring.Threads threads,
        Async async,
        LocalSettings settings,
        Preferences preferences,
        Clock clock,
        Supplier<Texts> texts,
        Browser browser) {}
