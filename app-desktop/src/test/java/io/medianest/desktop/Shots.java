package io.medianest.desktop;

/// How many photographs tests take.
final class Shots {
    /// Whether every screen is photographed in every size and look, as somebody who looks at them all wants it
    /// (`-Dmedianest.matrix=true`); once a screen and look otherwise.
    static final boolean WHOLE_MATRIX = Boolean.getBoolean("medianest.matrix");

    private Shots() {}
}
