package io.medianest.desktop;

import io.medianest.desktop.api.PictureSource;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/// Draws a picture for every address: a sky, a sun and hills in the colours of its name.
public final class FakePictures implements PictureSource {
    /// Drawn once for all tests, which show a few dozen titles over and over.
    private static final Map<String, byte[]> DRAWN = new ConcurrentHashMap<>();

    @Override
    public byte[] fetch(String address) {
        return DRAWN.computeIfAbsent(address, FakePictures::drawn).clone();
    }

    private static byte[] drawn(String address) {
        boolean wide = address.contains("backdrop");
        boolean face = address.contains("face");
        // A video's picture is shown small, and there are many of them.
        boolean small = address.contains("w780");
        int width = small ? 480 : wide ? 1280 : 342;
        int height = small ? 270 : wide ? 720 : face ? 342 : 513;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paint(pen, width, height, new Random(address.replaceAll("\\D+", "").hashCode() * 7919L));
        pen.dispose();
        return written(image);
    }

    private static void paint(Graphics2D pen, int width, int height, Random random) {
        float hue = random.nextFloat();
        pen.setPaint(new GradientPaint(
                0, 0, Color.getHSBColor(hue, 0.55f, 0.30f), 0, height, Color.getHSBColor(hue + 0.08f, 0.5f, 0.75f)));
        pen.fillRect(0, 0, width, height);
        float size = width * (0.25f + random.nextFloat() * 0.3f);
        float x = width * (0.2f + random.nextFloat() * 0.6f);
        float y = height * (0.2f + random.nextFloat() * 0.25f);
        pen.setPaint(new RadialGradientPaint(x, y, size, new float[] {0.3f, 0.34f, 1}, new Color[] {
            Color.getHSBColor(hue + 0.12f, 0.25f, 1f), new Color(255, 255, 255, 70), new Color(255, 255, 255, 0)
        }));
        pen.fill(new Ellipse2D.Float(x - size, y - size, size * 2, size * 2));
        for (int hill = 0; hill < 3; hill++) {
            pen.setPaint(Color.getHSBColor(hue + 0.04f * hill, 0.6f, 0.34f - 0.09f * hill));
            pen.fill(ridge(width, height, height * (0.58f + 0.13f * hill), random));
        }
    }

    private static Path2D ridge(int width, int height, float middle, Random random) {
        var path = new Path2D.Float();
        path.moveTo(0, height);
        float step = width / 6f;
        for (int i = 0; i <= 6; i++) {
            path.lineTo(i * step, middle + (random.nextFloat() - 0.5f) * height * 0.14f);
        }
        path.lineTo(width, height);
        path.closePath();
        return path;
    }

    private static byte[] written(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            // Many times as quick as PNG, in writing and in reading.
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
