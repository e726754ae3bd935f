package io.medianest.desktop.tray;

/// What can be done from the tray. Each may be called on any thread.
public record TrayCommands(Runnable open, Runnable search, Runnable toggleDownloads, Runnable quit) {}
