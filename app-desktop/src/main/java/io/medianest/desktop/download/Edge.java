package io.medianest.desktop.download;

/// Where in its card a row is, for the corners.
public enum Edge {
    ONLY,
    FIRST,
    MIDDLE,
    LAST;

    static Edge of(int index, int count) {
        if (count == 1) {
            return ONLY;
        }
        if (index == 0) {
            return FIRST;
        }
        return index == count - 1 ? LAST : MIDDLE;
    }
}
