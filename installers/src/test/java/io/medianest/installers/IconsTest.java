package io.medianest.installers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IconsTest {
    private final Icons icons = Icons.of(Path.of("src/main/icon/medianest.svg"));

    @Test
    @DisplayName("each size is drawn: clear corners, a coloured square, a white nest")
    void drawn() throws IOException {
        for (int size : Icons.THEME_SIZES) {
            var picture = ImageIO.read(new ByteArrayInputStream(icons.png(size)));
            assertThat(picture.getWidth()).isEqualTo(size);
            assertThat(picture.getHeight()).isEqualTo(size);
            assertThat(picture.getRGB(0, 0) >>> 24).as("corner of %d", size).isLessThan(128);
            assertThat(picture.getRGB(size / 2, size / 8) >>> 24)
                    .as("square of %d", size)
                    .isEqualTo(255);
        }
        var large = ImageIO.read(new ByteArrayInputStream(icons.png(256)));
        assertThat(large.getRGB(128, (int) (256 * 17.1 / 26))).isEqualTo(0xffffffff);
    }

    @Test
    @DisplayName("the icon for Windows points at each of its pictures")
    void windows() throws IOException {
        byte[] ico = icons.ico();
        var head = ByteBuffer.wrap(ico).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(head.getShort(2)).isEqualTo((short) 1);
        int pictures = head.getShort(4);
        assertThat(pictures).isEqualTo(6);
        int end = 0;
        for (int i = 0; i < pictures; i++) {
            int entry = 6 + 16 * i;
            int size = ico[entry] == 0 ? 256 : ico[entry];
            int length = head.getInt(entry + 8);
            int place = head.getInt(entry + 12);
            var picture = ImageIO.read(new ByteArrayInputStream(Arrays.copyOfRange(ico, place, place + length)));
            assertThat(picture.getWidth()).isEqualTo(size);
            end = place + length;
        }
        assertThat(end).isEqualTo(ico.length);
    }

    @Test
    @DisplayName("the icon for macOS is as long as it says, picture by picture")
    void mac() {
        byte[] icns = icons.icns();
        var all = ByteBuffer.wrap(icns);
        assertThat(all.getInt(4)).isEqualTo(icns.length);
        int place = 8;
        while (place < icns.length) {
            place += all.getInt(place + 4);
        }
        assertThat(place).isEqualTo(icns.length);
    }
}
