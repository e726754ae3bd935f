package io.medianest.desktop.ui;

import javafx.geometry.Point2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// The sign of [Logo] for icons, worked out point by point: a photograph of a drawing would keep the FX thread waiting
/// until the renderer has time for it. On any thread.
public final class LogoPixels {
    /// So many points across, and as many down, make one pixel.
    private static final int FINENESS = 4;

    private static final double SIDE = 26;
    private static final double CORNER = 7;
    private static final double HALF_STROKE = 1.3;
    private static final Point2D NEST_MIDDLE = new Point2D(13, 10.5);
    private static final double NEST_ACROSS = 6;
    private static final double NEST_DOWN = 6.6;
    private static final int STEPS = 48;
    private static final int WHITE = 0xffffff;
    private static final int[] COLOURS = {0x37c99e, 0x5f9fd6, 0x6d6bff};
    private static final double MIDDLE = 0.45;

    private LogoPixels() {}

    /// Its pixels in ARGB, row by row.
    public static int[] of(int size) {
        var pixels = new int[size * size];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = pixel(i % size, i / size, SIDE / size);
        }
        return pixels;
    }

    /// The icon of the window.
    public static Image image(int size) {
        var image = new WritableImage(size, size);
        image.getPixelWriter().setPixels(0, 0, size, size, PixelFormat.getIntArgbInstance(), of(size), 0, size);
        return image;
    }

    private static int pixel(int column, int row, double width) {
        int inside = 0;
        var sum = new int[3];
        for (int point = 0; point < FINENESS * FINENESS; point++) {
            int down = point / FINENESS;
            double x = (column + (point % FINENESS + 0.5) / FINENESS) * width;
            double y = (row + (down + 0.5) / FINENESS) * width;
            if (isInSquare(x, y)) {
                inside++;
                int colour = isOnNest(x, y) ? WHITE : shade((x + y) / (2 * SIDE));
                for (int channel = 0; channel < sum.length; channel++) {
                    sum[channel] += channel(colour, channel);
                }
            }
        }
        if (inside == 0) {
            return 0;
        }
        int alpha = inside * 255 / (FINENESS * FINENESS);
        return alpha << 24 | (sum[0] / inside) << 16 | (sum[1] / inside) << 8 | (sum[2] / inside);
    }

    private static int channel(int colour, int which) {
        return colour >> (16 - 8 * which) & 0xff;
    }

    private static boolean isInSquare(double x, double y) {
        double beyondX = Math.max(0, Math.abs(x - SIDE / 2) - (SIDE / 2 - CORNER));
        double beyondY = Math.max(0, Math.abs(y - SIDE / 2) - (SIDE / 2 - CORNER));
        return Math.hypot(beyondX, beyondY) <= CORNER;
    }

    /// The lower half of an ellipse, drawn with a round pen.
    private static boolean isOnNest(double x, double y) {
        for (int step = 0; step <= STEPS; step++) {
            double angle = Math.PI * step / STEPS;
            double penX = NEST_MIDDLE.getX() + NEST_ACROSS * Math.cos(angle);
            double penY = NEST_MIDDLE.getY() + NEST_DOWN * Math.sin(angle);
            if (Math.hypot(x - penX, y - penY) <= HALF_STROKE) {
                return true;
            }
        }
        return false;
    }

    private static int shade(double along) {
        int from = along < MIDDLE ? COLOURS[0] : COLOURS[1];
        int to = along < MIDDLE ? COLOURS[1] : COLOURS[2];
        double share = along < MIDDLE ? along / MIDDLE : (along - MIDDLE) / (1 - MIDDLE);
        int colour = 0;
        for (int channel = 0; channel < 3; channel++) {
            int here = channel(from, channel);
            colour = colour << 8 | (int) Math.round(here + share * (channel(to, channel) - here));
        }
        return colour;
    }
}
