package io.medianest.server.ytdlp;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// An installed program.
///
/// @param ageDays since its release; null where its version does not tell
public record Tool(Path path, String version, @Nullable Long ageDays) {}
