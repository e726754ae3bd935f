package io.medianest.server.demo.art;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/// What a motif draws on: brushes, and measures that do not depend on the picture's size in pixels. A poster is 200 by
/// 300, a backdrop 320 by 180. Not thread-safe.
///
/// @param w the width
/// @param h the height
/// @param cx where the eye should go
/// @param cy where the eye should go
/// @param r how large the thing there should be
record Canvas(
        Graphics2D g, double w, double h, double cx, double cy, double r, Palette palette, RandomGenerator random) {

    /// From 0 to 1, the same for the same title.
    double chance() {
        return random.nextDouble();
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /// Light that fades away from a point.
    void glow(double x, double y, double radius, Color colour, double alpha) {
        float[] stops = {0f, 0.35f, 1f};
        Color[] colours = {
            Palette.withAlpha(colour, alpha), Palette.withAlpha(colour, alpha * 0.42), Palette.withAlpha(colour, 0)
        };
        g.setPaint(new RadialGradientPaint((float) x, (float) y, (float) radius, stops, colours));
        g.fill(circle(x, y, radius));
    }

    /// A ball lit from the upper left.
    void ball(double x, double y, double radius, Color lit, Color shaded) {
        float[] stops = {0f, 1f};
        g.setPaint(new RadialGradientPaint(
                (float) (x - radius * 0.35), (float) (y - radius * 0.4), (float) (radius * 1.5), stops, new Color[] {
                    lit, shaded
                }));
        g.fill(circle(x, y, radius));
    }

    void fill(Shape shape, Color colour) {
        g.setPaint(colour);
        g.fill(shape);
    }

    void fill(Shape shape, Color colour, double alpha) {
        fill(shape, Palette.withAlpha(colour, alpha));
    }

    /// Fills from one colour at the height `top` to another at `bottom`.
    void shade(Shape shape, double top, Color upper, double bottom, Color lower) {
        g.setPaint(new GradientPaint(0, (float) top, upper, 0, (float) bottom, lower));
        g.fill(shape);
    }

    void stroke(Shape shape, double width, Color colour, double alpha) {
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setPaint(Palette.withAlpha(colour, alpha));
        g.draw(shape);
    }

    void line(double x1, double y1, double x2, double y2, double width, Color colour, double alpha) {
        stroke(new Line2D.Double(x1, y1, x2, y2), width, colour, alpha);
    }

    /// Points of light over the upper part of the picture.
    void stars(int count, double lowest) {
        for (int i = 0; i < count; i++) {
            double size = between(0.25, 0.95) * (chance() > 0.92 ? 1.8 : 1);
            fill(circle(between(0, w), between(0, lowest), size), palette.light(), between(0.15, 0.85));
        }
    }

    /// A skyline of nature: everything below a wavering line.
    ///
    /// @param y the line's middle
    /// @param rise how far it goes up and down
    /// @param waves how many of the longest swings fit into the width
    Path2D ridge(double y, double rise, double waves) {
        double[] phase = {between(0, 6.28), between(0, 6.28), between(0, 6.28)};
        var path = new Path2D.Double();
        path.moveTo(-2, h + 2);
        for (double x = -2; x <= w + 2; x += 1.5) {
            double t = x / w * waves * 2 * Math.PI;
            double swing = Math.sin(t + phase[0]) * 0.6
                    + Math.sin(t * 2.3 + phase[1]) * 0.27
                    + Math.sin(t * 5.1 + phase[2]) * 0.1;
            path.lineTo(x, y + swing * rise);
        }
        path.lineTo(w + 2, h + 2);
        path.closePath();
        return path;
    }

    static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2);
    }

    static Rectangle2D box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }

    /// @param points x and y in turn
    static Path2D polygon(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }
}
