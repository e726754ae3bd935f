package io.medianest.model.settings;

import java.util.List;

/// All settings that may be changed in the program.
///
/// @param restartNeeded whether something was changed that works only after a restart
public record SettingList(List<SettingEntry> settings, boolean restartNeeded) {}
