package io.medianest.desktop.shell;

/// Whether this system has a place from which a hidden window can be brought back.
public enum TrayPlace {
    THERE,
    MISSING
}
