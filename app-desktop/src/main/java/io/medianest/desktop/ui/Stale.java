package io.medianest.desktop.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Says that what is shown is a copy.
///
/// @param since when the copy was made, where that is known
public record Stale(@Nullable Instant since) {}
