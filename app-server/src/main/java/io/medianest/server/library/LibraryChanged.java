package io.medianest.server.library;

import io.medianest.model.media.TitleKey;
import java.util.Set;

/// Titles have come into the library, as is durable already.
///
/// @param added not in it before under any number
public record LibraryChanged(Set<TitleKey> added) {}
