package io.medianest.desktop.home;

/// How many requests there are of each kind.
///
/// @param open mine that are not fulfilled yet
/// @param downloading those of mine that are arriving just now
/// @param fulfilled mine that can be watched
/// @param waiting everybody's that wait for a decision; 0 for those who do not decide
public record Counters(long open, long downloading, long fulfilled, long waiting) {}
