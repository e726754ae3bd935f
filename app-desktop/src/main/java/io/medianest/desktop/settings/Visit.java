package io.medianest.desktop.settings;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// That the window is not with the MediaNest of its own machine.
///
/// @param server whose window it is; null for the demo
/// @param leave brings it home
public record Visit(@Nullable URI server, Runnable leave) {}
