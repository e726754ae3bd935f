package io.medianest.server.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the copy of a section is.
///
/// @param changedUntil null until it was read in full
/// @param comparedAt null until it was read in full
record SectionState(
        String sectionKey,
        long generation,
        @Nullable Instant changedUntil,
        @Nullable Instant comparedAt) {}
