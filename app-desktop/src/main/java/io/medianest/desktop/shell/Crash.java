package io.medianest.desktop.shell;

/// Something in the window went wrong that nobody foresaw.
///
/// @param reference stands beside it in the log
/// @param what its kind, for whoever looks after the program
public record Crash(String reference, String what) {}
