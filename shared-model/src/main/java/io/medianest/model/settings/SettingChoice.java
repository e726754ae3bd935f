package io.medianest.model.settings;

/// One of the words that a setting can be.
///
/// @param example what comes of it, for example the path of a file
public record SettingChoice(String value, String example) {}
