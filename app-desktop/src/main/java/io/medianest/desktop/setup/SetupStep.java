package io.medianest.desktop.setup;

import java.util.Optional;
import java.util.stream.Stream;

/// The first steps, in their order. Each can be left out.
public enum SetupStep {
    SERVICES("services", 1),
    DOWNLOADS("downloads", 2),
    SHARE("share", 3);

    /// How many there are.
    public static final int COUNT = 3;

    private final String word;
    private final int number;

    SetupStep(String word, int number) {
        this.word = word;
        this.number = number;
    }

    /// As it is called in texts and ids.
    public String word() {
        return word;
    }

    /// Counted from 1.
    public int number() {
        return number;
    }

    /// The step so far behind this one, or before it; empty where there is none.
    Optional<SetupStep> further(int steps) {
        return Stream.of(values()).filter(step -> step.number == number + steps).findFirst();
    }
}
