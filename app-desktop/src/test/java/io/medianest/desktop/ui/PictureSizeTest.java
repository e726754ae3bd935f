package io.medianest.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PictureSizeTest {
    @Test
    @DisplayName("is read from the header, and empty for what is no picture")
    void read() {
        assertThat(PictureSize.of(PictureStoreTest.PNG)).contains(new PictureSize(64, 96));
        assertThat(PictureSize.of(new byte[] {1, 2, 3})).isEmpty();
    }

    @Test
    @DisplayName("counts pixels, also more than an int can")
    void large() {
        assertThat(new PictureSize(2000, 2000).isLarge()).isFalse();
        assertThat(new PictureSize(3000, 2000).isLarge()).isTrue();
        assertThat(new PictureSize(3000, 2000).isTooLarge()).isFalse();
        assertThat(new PictureSize(65_536, 65_536).isTooLarge()).isTrue();
    }

    @Test
    @DisplayName("a wide picture is decoded as wide as its height asks for, and no larger than there is room")
    void wide() {
        assertThat(new PictureSize(6000, 1500).widthFor(400, 300)).isEqualTo(1200);
        assertThat(new PictureSize(3000, 3000).widthFor(400, 300)).isEqualTo(400);
        assertThat(new PictureSize(8192, 8192).widthFor(9000, 300)).isEqualTo(2048);
    }
}
