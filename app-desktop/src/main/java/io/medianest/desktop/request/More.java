package io.medianest.desktop.request;

/// What comes after the last row that is shown.
public enum More {
    NOTHING,
    UNREAD,
    READING,
    FAILED
}
