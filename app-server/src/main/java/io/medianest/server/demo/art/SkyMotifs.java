package io.medianest.server.demo.art;

import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// Motifs of the air and of what is beyond it.
final class SkyMotifs {
    private SkyMotifs() {}

    static void moon(Canvas c) {
        c.stars(90, c.h() * 0.7);
        c.glow(c.cx(), c.cy(), c.r() * 2.6, c.palette().glow(), 0.5);
        c.ball(c.cx(), c.cy(), c.r(), c.palette().light(), c.palette().glow());
        double[][] craters = {{-0.35, -0.3, 0.2}, {0.28, 0.1, 0.26}, {-0.15, 0.42, 0.15}, {0.38, -0.45, 0.12}};
        for (var crater : craters) {
            double x = c.cx() + crater[0] * c.r();
            double y = c.cy() + crater[1] * c.r();
            c.fill(Canvas.circle(x, y, crater[2] * c.r()), c.palette().middle(), 0.16);
            c.fill(
                    Canvas.circle(x + 0.03 * c.r(), y + 0.03 * c.r(), crater[2] * c.r() * 0.85),
                    c.palette().light(),
                    0.18);
        }
        c.fill(c.ridge(c.h() * 0.8, c.h() * 0.025, 1.2), c.palette().ink(), 0.85);
    }

    static void stars(Canvas c) {
        c.glow(c.cx(), c.h() * 0.1, c.w() * 0.8, c.palette().glow(), 0.25);
        c.stars(320, c.h());
        for (int i = 0; i < 9; i++) {
            double angle = c.between(-0.3, 0.9);
            double length = c.between(c.r() * 0.5, c.r() * 1.6);
            double x = c.between(0, c.w());
            double y = c.between(0, c.h() * 0.55);
            c.line(
                    x,
                    y,
                    x + Math.cos(angle) * length,
                    y + Math.sin(angle) * length,
                    0.5,
                    c.palette().light(),
                    0.3);
        }
        c.line(
                c.cx() + c.r() * 1.3,
                c.cy() - c.r() * 1.4,
                c.cx(),
                c.cy(),
                1.4,
                c.palette().light(),
                0.75);
        c.glow(c.cx(), c.cy(), c.r() * 0.7, c.palette().light(), 0.9);
    }

    static void planet(Canvas c) {
        c.stars(160, c.h() * 0.85);
        c.glow(c.cx(), c.cy(), c.r() * 2.3, c.palette().glow(), 0.4);
        var tilt = AffineTransform.getRotateInstance(-0.35, c.cx(), c.cy());
        ring(c, tilt, c.cy() - c.h(), c.h());
        c.ball(c.cx(), c.cy(), c.r() * 0.78, c.palette().glow(), c.palette().bottom());
        ring(c, tilt, c.cy(), c.h());
        c.ball(
                c.cx() + c.r() * 1.05,
                c.cy() - c.r() * 1.15,
                c.r() * 0.13,
                c.palette().light(),
                c.palette().middle());
    }

    private static void ring(Canvas c, AffineTransform tilt, double from, double height) {
        var before = c.g().getClip();
        c.g().clip(tilt.createTransformedShape(Canvas.box(c.cx() - c.w() * 2, from, c.w() * 4, height)));
        for (int i = 0; i < 5; i++) {
            double width = c.r() * (1.25 + i * 0.09);
            var ellipse = new Ellipse2D.Double(c.cx() - width, c.cy() - width * 0.26, width * 2, width * 0.52);
            c.stroke(
                    tilt.createTransformedShape(ellipse),
                    c.r() * 0.045,
                    i == 2 ? c.palette().accent() : c.palette().light(),
                    0.75 - i * 0.12);
        }
        c.g().setClip(before);
    }

    static void saucers(Canvas c) {
        c.stars(120, c.h() * 0.7);
        saucer(c, c.cx(), c.cy(), c.r(), 0.9);
        saucer(c, c.cx() - c.r() * 1.05, c.cy() - c.r() * 0.95, c.r() * 0.42, 0.5);
        saucer(c, c.cx() + c.r() * 0.95, c.cy() - c.r() * 1.2, c.r() * 0.3, 0.4);
        c.fill(c.ridge(c.h() * 0.82, c.h() * 0.02, 2), c.palette().ink(), 0.9);
    }

    private static void saucer(Canvas c, double x, double y, double size, double alpha) {
        double ground = c.h() * 0.95;
        var beam = Canvas.polygon(
                x - size * 0.25, y, x + size * 0.25, y, x + size * 0.85, ground, x - size * 0.85, ground);
        c.shade(
                beam,
                y,
                Palette.withAlpha(c.palette().light(), alpha * 0.5),
                ground,
                Palette.withAlpha(c.palette().glow(), 0));
        c.glow(x, y, size * 1.3, c.palette().glow(), alpha * 0.5);
        var dome = new Ellipse2D.Double(x - size * 0.33, y - size * 0.36, size * 0.66, size * 0.5);
        c.shade(dome, y - size * 0.36, c.palette().light(), y, c.palette().glow());
        var hull = new Ellipse2D.Double(x - size * 0.9, y - size * 0.17, size * 1.8, size * 0.36);
        c.shade(
                hull,
                y - size * 0.17,
                c.palette().glow(),
                y + size * 0.19,
                c.palette().ink());
        for (int i = -3; i <= 3; i++) {
            c.fill(
                    Canvas.circle(x + i * size * 0.22, y + size * (0.09 - Math.abs(i) * 0.012), size * 0.028),
                    c.palette().accent(),
                    0.95);
        }
    }

    static void rays(Canvas c) {
        double y = c.cy() - c.r() * 0.3;
        double reach = c.w() + c.h();
        for (int i = 0; i < 26; i++) {
            double angle = i * Math.PI / 13 + 0.05;
            double width = i % 2 == 0 ? 0.075 : 0.035;
            var ray = Canvas.polygon(
                    c.cx(),
                    y,
                    c.cx() + Math.cos(angle - width) * reach,
                    y + Math.sin(angle - width) * reach,
                    c.cx() + Math.cos(angle + width) * reach,
                    y + Math.sin(angle + width) * reach);
            c.fill(ray, c.palette().glow(), 0.13);
        }
        c.glow(c.cx(), y, c.r() * 2.2, c.palette().light(), 0.6);
        c.stroke(Canvas.circle(c.cx(), y, c.r() * 0.78), 1.2, c.palette().light(), 0.8);
        c.stroke(Canvas.circle(c.cx(), y, c.r() * 0.7), 0.4, c.palette().light(), 0.5);
        bust(c, c.cx(), y + c.r() * 0.1, c.r() * 0.62);
    }

    /// Head and shoulders against the light, down to the lower edge.
    private static void bust(Canvas c, double x, double y, double size) {
        var shoulders = new Path2D.Double();
        double base = c.h() + 2;
        shoulders.moveTo(x - size * 1.9, base);
        shoulders.curveTo(x - size * 1.7, y + size * 1.3, x - size * 0.5, y + size * 1.25, x - size * 0.26, y);
        shoulders.lineTo(x + size * 0.26, y);
        shoulders.curveTo(x + size * 0.5, y + size * 1.25, x + size * 1.7, y + size * 1.3, x + size * 1.9, base);
        shoulders.closePath();
        var figure = new Area(shoulders);
        figure.add(new Area(new Ellipse2D.Double(x - size * 0.42, y - size * 0.62, size * 0.84, size * 1.08)));
        c.fill(figure, c.palette().ink(), 0.93);
    }

    static void birds(Canvas c) {
        c.glow(c.cx() + c.r() * 0.3, c.cy(), c.r() * 2.2, c.palette().glow(), 0.65);
        c.fill(
                Canvas.circle(c.cx() + c.r() * 0.3, c.cy(), c.r() * 0.62),
                c.palette().light(),
                0.85);
        for (int i = 0; i < 6; i++) {
            c.fill(
                    c.ridge(c.h() * (0.55 + i * 0.06), c.h() * 0.02, 0.8 + i * 0.2),
                    c.palette().bottom(),
                    0.2);
        }
        for (int i = 0; i < 15; i++) {
            double depth = c.chance();
            bird(
                    c,
                    c.between(c.w() * 0.08, c.w() * 0.92),
                    c.between(c.h() * 0.08, c.h() * 0.58),
                    c.r() * (0.08 + depth * 0.2));
        }
    }

    private static void bird(Canvas c, double x, double y, double size) {
        double lift = c.between(0.15, 0.6) * size;
        var wings = new Path2D.Double();
        wings.moveTo(x - size, y - lift);
        wings.curveTo(x - size * 0.5, y - lift * 1.25, x - size * 0.2, y - lift * 0.2, x, y);
        wings.curveTo(x + size * 0.2, y - lift * 0.2, x + size * 0.5, y - lift * 1.25, x + size, y - lift);
        wings.curveTo(x + size * 0.5, y - lift * 0.8, x + size * 0.2, y + size * 0.1, x, y + size * 0.18);
        wings.curveTo(x - size * 0.2, y + size * 0.1, x - size * 0.5, y - lift * 0.8, x - size, y - lift);
        c.fill(wings, c.palette().ink(), 0.9);
    }

    static void rain(Canvas c) {
        c.glow(c.cx(), c.cy() - c.r() * 0.8, c.r() * 2, c.palette().glow(), 0.55);
        c.fill(c.ridge(c.h() * 0.78, c.h() * 0.015, 1.5), c.palette().ink(), 0.75);
        for (int i = 0; i < 210; i++) {
            double x = c.between(-c.w() * 0.2, c.w() * 1.1);
            double y = c.between(-20, c.h());
            double length = c.between(6, 22);
            c.line(
                    x,
                    y,
                    x + length * 0.28,
                    y + length,
                    c.between(0.2, 0.6),
                    c.palette().light(),
                    c.between(0.08, 0.4));
        }
        umbrella(c, c.cx(), c.cy() + c.r() * 0.45, c.r() * 0.8);
    }

    private static void umbrella(Canvas c, double x, double y, double size) {
        c.line(x, y, x, y + size * 1.15, size * 0.035, c.palette().ink(), 1);
        var canopy = new Path2D.Double();
        canopy.moveTo(x - size, y + size * 0.1);
        canopy.curveTo(x - size * 0.9, y - size * 0.85, x + size * 0.9, y - size * 0.85, x + size, y + size * 0.1);
        for (int i = 3; i >= 0; i--) {
            double right = x - size + size * 0.5 * (i + 1);
            canopy.quadTo(right - size * 0.25, y - size * 0.14, right - size * 0.5, y + size * 0.1);
        }
        canopy.closePath();
        c.shade(
                canopy,
                y - size * 0.6,
                c.palette().accent(),
                y + size * 0.1,
                c.palette().ink());
    }

    static void petals(Canvas c) {
        c.glow(c.w() * 0.75, c.h() * 0.12, c.w() * 0.9, c.palette().glow(), 0.55);
        c.shade(
                c.ridge(c.h() * 0.7, c.h() * 0.05, 0.7),
                c.h() * 0.6,
                c.palette().middle(),
                c.h(),
                c.palette().ink());
        for (int i = 0; i < 70; i++) {
            double size = c.between(1.2, 6.5) * c.between(0.5, 1.4);
            var petal = new Path2D.Double();
            petal.moveTo(0, -size);
            petal.curveTo(size * 0.9, -size * 0.6, size * 0.6, size * 0.7, 0, size);
            petal.curveTo(-size * 0.6, size * 0.7, -size * 0.9, -size * 0.6, 0, -size);
            var place = AffineTransform.getTranslateInstance(c.between(0, c.w()), c.between(0, c.h() * 0.9));
            place.rotate(c.between(0, 6.28));
            place.scale(1, c.between(0.45, 1));
            c.fill(
                    place.createTransformedShape(petal),
                    c.chance() > 0.35 ? c.palette().light() : c.palette().accent(),
                    c.between(0.18, 0.85));
        }
    }
}
