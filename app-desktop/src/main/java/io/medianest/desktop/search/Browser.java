package io.medianest.desktop.search;

/// Opens a page in the person's browser.
@FunctionalInterface
public interface Browser {
    void open(String url);
}
