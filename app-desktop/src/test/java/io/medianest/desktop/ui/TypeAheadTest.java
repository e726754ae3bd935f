package io.medianest.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TypeAheadTest {
    private static final String[] TITLES = {"Metropolis", "Nosferatu", "Man with a Movie Camera", "M", "Sintel"};

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE / 2);
    private final TypeAhead typeAhead = new TypeAhead(nanos::get);

    private int type(String letters, int from) {
        return typeAhead.typed(letters, from, TITLES.length, position -> TITLES[position]);
    }

    private void pause() {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
    }

    @Test
    @DisplayName("letters in a row are one word")
    void word() {
        assertThat(type("m", 4)).isZero();
        assertThat(type("a", 0)).isEqualTo(2);
    }

    @Test
    @DisplayName("after a pause a new word begins")
    void pausing() {
        type("m", 4);
        pause();
        assertThat(type("n", 0)).isEqualTo(1);
    }

    @Test
    @DisplayName("the same letter again goes on to the next, and round to the first")
    void again() {
        assertThat(type("m", 4)).isZero();
        assertThat(type("m", 0)).isEqualTo(2);
        assertThat(type("m", 2)).isEqualTo(3);
        assertThat(type("m", 3)).isZero();
    }

    @Test
    @DisplayName("what begins no title, and what is no letter, finds nothing")
    void nothing() {
        assertThat(type("x", 0)).isEqualTo(TypeAhead.NOTHING);
        pause();
        assertThat(type(" ", 0)).isEqualTo(TypeAhead.NOTHING);
        assertThat(type("\r", 0)).isEqualTo(TypeAhead.NOTHING);
        assertThat(type("", 0)).isEqualTo(TypeAhead.NOTHING);
    }
}
