package io.medianest.desktop.ui;

import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;

/// The shape that a picture is cut to once, when it is decoded, so that drawing it costs no more than a plain one.
///
/// @param ratio of width to height
/// @param corner radius of its corners, as a share of the width
record PictureShape(double ratio, double corner) {
    private static final double RATIO_STEPS = 100;
    private static final double CORNER_STEPS = 200;
    private static final int ALPHA = 24;
    private static final int COLOUR = 0x00ff_ffff;

    /// The shape of a box, rounded so that boxes of nearly the same size share their pictures.
    static PictureShape of(double width, double height, double radius) {
        return new PictureShape(
                Math.round(width / height * RATIO_STEPS) / RATIO_STEPS,
                Math.round(radius / width * CORNER_STEPS) / CORNER_STEPS);
    }

    /// The middle of the picture that has this shape. On any thread.
    Image cut(Image picture) {
        int width = (int) Math.min(picture.getWidth(), Math.rint(picture.getHeight() * ratio));
        int height = (int) Math.min(picture.getHeight(), Math.rint(picture.getWidth() / ratio));
        int left = (int) (picture.getWidth() - width) / 2;
        int top = (int) (picture.getHeight() - height) / 2;
        var cut = new WritableImage(picture.getPixelReader(), left, top, width, height);
        double radius = Math.min(corner * width, Math.min(width, height) / 2.0);
        int side = (int) Math.ceil(radius);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double inside = inside(x, y, radius);
                if (inside < 1) {
                    fade(cut, x, y, inside);
                    fade(cut, width - 1 - x, y, inside);
                    fade(cut, x, height - 1 - y, inside);
                    fade(cut, width - 1 - x, height - 1 - y, inside);
                }
            }
        }
        return cut;
    }

    /// How much of the pixel lies within the corner, 0 to 1.
    private static double inside(int x, int y, double radius) {
        double away = Math.hypot(radius - x - 0.5, radius - y - 0.5);
        return Math.clamp(radius - away + 0.5, 0, 1);
    }

    private static void fade(WritableImage picture, int x, int y, double share) {
        PixelReader reader = picture.getPixelReader();
        PixelWriter writer = picture.getPixelWriter();
        int colour = reader.getArgb(x, y);
        int alpha = (int) Math.round((colour >>> ALPHA) * share);
        writer.setArgb(x, y, (alpha << ALPHA) | (colour & COLOUR));
    }
}
