package io.medianest.desktop.ui;

import java.util.Arrays;

/// Makes pictures smaller so that each pixel is the mean of all that it covers, those at its edges by their share. The
/// platform's own way leaves steps in edges, unless the size is a fraction of a whole number.
final class Shrinking {
    private static final int CHANNELS = 4;
    private static final int BITS = 8;
    private static final int CHANNEL = 0xff;
    private static final double TINY = 1e-6;
    private static final float HALF = 0.5f;

    private Shrinking() {}

    /// The same picture, smaller. On any thread.
    ///
    /// @param pixels line by line, transparency multiplied into the colours
    /// @param newWidth at most `width`
    /// @param newHeight at most `height`
    static int[] shrunk(int[] pixels, int width, int height, int newWidth, int newHeight) {
        var result = new int[newWidth * newHeight];
        var line = new float[newWidth * CHANNELS];
        var sum = new float[newWidth * CHANNELS];
        double step = (double) height / newHeight;
        float area = (float) (step * width / newWidth);
        int row = 0;
        for (int y = 0; y < height; y++) {
            narrow(pixels, y * width, width, line);
            double end = (row + 1) * step;
            float share = (float) Math.min(1, end - y);
            add(line, share, sum);
            if (y + 1 >= end - TINY) {
                write(sum, area, result, row * newWidth);
                Arrays.fill(sum, 0);
                add(line, 1 - share, sum);
                row++;
            }
        }
        return result;
    }

    /// A line, narrower: the sums of what each pixel covers.
    private static void narrow(int[] pixels, int start, int width, float[] line) {
        int newWidth = line.length / CHANNELS;
        double step = (double) width / newWidth;
        for (int x = 0; x < newWidth; x++) {
            double from = x * step;
            double to = from + step;
            int last = Math.min(width, (int) Math.ceil(to - TINY));
            float alpha = 0;
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int i = (int) from; i < last; i++) {
                float share = (float) (Math.min(i + 1, to) - Math.max(i, from));
                int pixel = pixels[start + i];
                alpha += share * (pixel >>> (3 * BITS));
                red += share * ((pixel >>> (2 * BITS)) & CHANNEL);
                green += share * ((pixel >>> BITS) & CHANNEL);
                blue += share * (pixel & CHANNEL);
            }
            int at = x * CHANNELS;
            line[at] = alpha;
            line[at + 1] = red;
            line[at + 2] = green;
            line[at + 3] = blue;
        }
    }

    private static void add(float[] line, float share, float[] sum) {
        for (int i = 0; i < line.length; i++) {
            sum[i] += line[i] * share;
        }
    }

    private static void write(float[] sum, float area, int[] result, int start) {
        for (int x = 0; x < sum.length / CHANNELS; x++) {
            int pixel = 0;
            for (int channel = 0; channel < CHANNELS; channel++) {
                pixel = (pixel << BITS) | Math.min(CHANNEL, (int) (sum[x * CHANNELS + channel] / area + HALF));
            }
            result[start + x] = pixel;
        }
    }
}
