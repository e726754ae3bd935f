package io.medianest.desktop.api;

import org.jspecify.annotations.Nullable;

/// What is said about the newest version of this program.
///
/// @param version for example `0.2.0`
/// @param url the page where it can be had
/// @param notes a sentence about it; null without one
public record Release(String version, String url, @Nullable String notes) {}
