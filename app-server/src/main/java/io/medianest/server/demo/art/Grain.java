package io.medianest.server.demo.art;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.TexturePaint;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// The fine unrest of film stock; it also hides the steps of long gradients.
final class Grain {
    private static final int SIZE = 160;
    private static final BufferedImage TILE = tile();

    private Grain() {}

    static void over(Graphics2D g, int width, int height) {
        g.setPaint(new TexturePaint(TILE, new Rectangle(SIZE, SIZE)));
        g.fillRect(0, 0, width, height);
    }

    private static BufferedImage tile() {
        var tile = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        var random = new SplittableRandom(26);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int alpha = (int) (Math.abs(random.nextGaussian()) * 6.5);
                tile.setRGB(x, y, Math.min(alpha, 26) << 24 | (random.nextBoolean() ? 0xFFFFFF : 0));
            }
        }
        return tile;
    }
}
