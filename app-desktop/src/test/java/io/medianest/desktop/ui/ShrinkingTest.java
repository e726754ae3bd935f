package io.medianest.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
    private static int grey(int value) {
        return (0xff << 24) | (value << 16) | (value << 8) | value;
    }

    @Test
    @DisplayName("a pixel is the mean of all that it covers, those at its edges by their share")
    void shares() {
        int[] line = {grey(0), grey(90), grey(180)};
        assertThat(Shrinking.shrunk(line, 3, 1, 2, 1)).containsExactly(grey(30), grey(150));
        assertThat(Shrinking.shrunk(line, 1, 3, 1, 2)).containsExactly(grey(30), grey(150));
    }

    @Test
    @DisplayName("one colour stays that colour, whatever the sizes, and transparency is a colour, too")
    void even() {
        for (int size = 1; size <= 40; size++) {
            var pixels = new int[41 * 43];
            Arrays.fill(pixels, 0x80402010);
            assertThat(Shrinking.shrunk(pixels, 41, 43, size, size)).containsOnly(0x80402010);
        }
    }

    @Test
    @DisplayName("what need not be smaller is the same")
    void same() {
        int[] pixels = {grey(1), grey(2), grey(3), grey(4)};
        assertThat(Shrinking.shrunk(pixels, 2, 2, 2, 2)).containsExactly(pixels);
    }
}
