package io.medianest.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LogoPixelsTest {
    private static final int SIDE = 52;

    private static int at(int x, int y) {
        return LogoPixels.of(SIDE)[y * SIDE + x];
    }

    @Test
    @DisplayName("is a white nest in a rounded square that goes from green to violet")
    void drawn() {
        assertThat(at(0, 0)).as("outside the round corner").isZero();
        assertThat(at(26, 34)).as("the foot of the nest").isEqualTo(0xffffffff);
        assertThat(at(6, 6) >>> 24).as("opaque").isEqualTo(255);
        assertThat(at(6, 6) >> 8 & 0xff).as("green at the upper left").isGreaterThan(at(6, 6) & 0xff);
        assertThat(at(46, 46) & 0xff).as("blue at the lower right").isGreaterThan(at(46, 46) >> 8 & 0xff);
        assertThat(LogoPixels.of(16)).hasSize(256);
    }
}
