package io.medianest.desktop.ui;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// How large a picture says it is, read from its first bytes: a few of them may stand for a great many pixels.
record PictureSize(int width, int height) {
    /// A picture of so many pixels is decoded as it is; of a larger one most are left out.
    private static final long LARGE = 4L << 20;
    /// Some decoders need all of a picture in memory, whatever size is asked for: no camera's picture is larger.
    private static final long TOO_LARGE = 64L << 20;

    /// @return empty for what no reader knows
    static Optional<PictureSize> of(byte[] bytes) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? Optional.of(read(readers.next(), in)) : Optional.empty();
        } catch (IOException | RuntimeException _) {
            // What is broken is told by who decodes it.
            return Optional.empty();
        }
    }

    private static PictureSize read(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            return new PictureSize(reader.getWidth(0), reader.getHeight(0));
        } finally {
            reader.dispose();
        }
    }

    private long pixels() {
        return (long) width * height;
    }

    boolean isLarge() {
        return pixels() > LARGE;
    }

    boolean isTooLarge() {
        return pixels() > TOO_LARGE;
    }

    /// The width at which a large picture is decoded so that it is at least so wide and so high, where that is no more
    /// than it has and than there is room for.
    int widthFor(double wide, double high) {
        double wanted = Math.max(wide, high * width / height);
        double most = Math.min(width, Math.sqrt((double) LARGE * width / height));
        return Math.max(1, (int) Math.ceil(Math.min(wanted, most)));
    }
}
