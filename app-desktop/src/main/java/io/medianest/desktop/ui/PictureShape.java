package io.medianest.desktop.ui;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// The shape and size that a picture is brought to once, when it is decoded, so that drawing it costs no more than a
/// plain one.
///
/// @param ratio of width to height
/// @param corner radius of its corners, as a share of the width
record PictureShape(double ratio, double corner) {
    /// So fine that what is cut is as high as its box to the pixel: else each line would be drawn between two others.
    private static final double RATIO_STEPS = 1000;
    private static final double CORNER_STEPS = 200;
    private static final int CHANNELS = 4;
    private static final int BITS = 8;
    private static final int CHANNEL = 0xff;

    /// The shape of a box, rounded so that boxes of nearly the same size share their pictures.
    static PictureShape of(double width, double height, double radius) {
        return new PictureShape(
                Math.round(width / height * RATIO_STEPS) / RATIO_STEPS,
                Math.round(radius / width * CORNER_STEPS) / CORNER_STEPS);
    }

    /// The middle of the picture that has this shape, no wider than wanted. On any thread.
    Image cut(Image picture, int wanted) {
        int width = (int) Math.min(picture.getWidth(), Math.rint(picture.getHeight() * ratio));
        int height = (int) Math.min(picture.getHeight(), Math.rint(picture.getWidth() / ratio));
        int left = (int) (picture.getWidth() - width) / 2;
        int top = (int) (picture.getHeight() - height) / 2;
        var pixels = new int[width * height];
        picture.getPixelReader()
                .getPixels(left, top, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        if (width <= wanted) {
            return rounded(pixels, width, height);
        }
        int newHeight = Math.min(height, (int) Math.rint(wanted / ratio));
        return rounded(Shrinking.shrunk(pixels, width, height, wanted, newHeight), wanted, newHeight);
    }

    private Image rounded(int[] pixels, int width, int height) {
        double radius = Math.min(corner * width, Math.min(width, height) / 2.0);
        int side = (int) Math.ceil(radius);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double inside = inside(x, y, radius);
                if (inside < 1) {
                    int right = width - 1 - x;
                    int bottom = (height - 1 - y) * width;
                    fade(pixels, y * width + x, inside);
                    fade(pixels, y * width + right, inside);
                    fade(pixels, bottom + x, inside);
                    fade(pixels, bottom + right, inside);
                }
            }
        }
        var image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        return image;
    }

    /// How much of the pixel lies within the corner, 0 to 1.
    private static double inside(int x, int y, double radius) {
        double away = Math.hypot(radius - x - 0.5, radius - y - 0.5);
        return Math.clamp(radius - away + 0.5, 0, 1);
    }

    private static void fade(int[] pixels, int at, double share) {
        int faded = 0;
        for (int channel = CHANNELS - 1; channel >= 0; channel--) {
            int value = (pixels[at] >>> (channel * BITS)) & CHANNEL;
            faded = (faded << BITS) | (int) Math.round(value * share);
        }
        pixels[at] = faded;
    }
}
