package io.medianest.server.incident;

import org.jspecify.annotations.Nullable;

/// Something that a rule has found to be wrong.
///
/// @param key what is wrong: of problems with the same key one is open at a time
/// @param title in a few words
/// @param message what was seen, and what to do
/// @param service the stable name of the service concerned, where it is one
record Problem(
        String key,
        String title,
        @Nullable String message,
        @Nullable String service) {}
