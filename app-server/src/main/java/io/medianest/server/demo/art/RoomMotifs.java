package io.medianest.server.demo.art;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.LinearGradientPaint;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// Motifs of interiors: light and shadow, smoke and velvet.
final class RoomMotifs {
    private RoomMotifs() {}

    static void blinds(Canvas c) {
        c.glow(c.w() * 0.85, c.h() * 0.05, c.w() * 1.1, c.palette().glow(), 0.6);
        double slant = c.w() * 0.16;
        for (double y = -c.h() * 0.1; y < c.h() * 0.78; y += c.h() * 0.052) {
            var slat = Canvas.polygon(
                    -5, y + slant, c.w() + 5, y, c.w() + 5, y + c.h() * 0.026, -5, y + slant + c.h() * 0.026);
            c.g().setPaint(new GradientPaint(
                    0,
                    0,
                    Palette.withAlpha(c.palette().light(), 0.08),
                    (float) c.w(),
                    0,
                    Palette.withAlpha(c.palette().light(), 0.62)));
            c.g().fill(slat);
        }
        profile(c, c.cx() - c.r() * 0.25, c.cy() + c.r() * 0.25, c.r() * 0.95);
    }

    /// A face in profile under the brim of a hat.
    private static void profile(Canvas c, double x, double y, double size) {
        var figure = new Path2D.Double();
        figure.moveTo(x - size * 1.9, c.h() + 3);
        figure.curveTo(
                x - size * 1.7, y + size * 1.2, x - size * 0.9, y + size * 0.95, x - size * 0.35, y + size * 0.8);
        figure.lineTo(x - size * 0.4, y - size * 0.35);
        figure.lineTo(x + size * 0.36, y - size * 0.35);
        figure.curveTo(x + size * 0.38, y - size * 0.1, x + size * 0.45, y, x + size * 0.56, y + size * 0.13);
        figure.lineTo(x + size * 0.42, y + size * 0.19);
        figure.lineTo(x + size * 0.44, y + size * 0.33);
        figure.lineTo(x + size * 0.38, y + size * 0.39);
        figure.curveTo(
                x + size * 0.42, y + size * 0.6, x + size * 0.25, y + size * 0.63, x + size * 0.08, y + size * 0.58);
        figure.lineTo(x + size * 0.1, y + size * 0.85);
        figure.curveTo(x + size * 0.9, y + size * 1.0, x + size * 1.4, y + size * 1.3, x + size * 1.6, c.h() + 3);
        figure.closePath();
        var silhouette = new Area(figure);
        var hat = new Path2D.Double();
        hat.moveTo(x - size * 0.95, y - size * 0.28);
        hat.quadTo(x - size * 0.55, y - size * 0.36, x - size * 0.46, y - size * 0.42);
        hat.curveTo(x - size * 0.45, y - size * 1.1, x - size * 0.1, y - size * 1.02, x, y - size * 0.94);
        hat.curveTo(x + size * 0.3, y - size * 1.05, x + size * 0.4, y - size * 0.8, x + size * 0.42, y - size * 0.42);
        hat.quadTo(x + size * 0.6, y - size * 0.38, x + size * 0.98, y - size * 0.16);
        hat.quadTo(x, y - size * 0.3, x - size * 0.95, y - size * 0.28);
        silhouette.add(new Area(hat));
        c.fill(silhouette, c.palette().ink(), 0.96);
    }

    static void curtain(Canvas c) {
        int folds = 14;
        for (int i = 0; i < folds; i++) {
            double left = c.w() * i / folds;
            double width = c.w() / folds;
            var bright = Palette.mix(c.palette().top(), c.palette().glow(), i % 3 == 0 ? 0.45 : 0.28);
            c.g().setPaint(new LinearGradientPaint(
                    (float) left, 0, (float) (left + width), 0, new float[] {0f, 0.45f, 1f}, new Color[] {
                        c.palette().ink(), bright, c.palette().bottom()
                    }));
            c.g().fill(Canvas.box(left, 0, width + 0.5, c.h()));
        }
        c.fill(Canvas.box(0, 0, c.w(), c.h()), c.palette().ink(), 0.25);
        spotlight(c);
        for (int i = 0; i < 7; i++) {
            double left = c.w() * i / 7;
            var swag = new Path2D.Double();
            swag.moveTo(left - 3, -2);
            swag.lineTo(left + c.w() / 7 + 3, -2);
            swag.curveTo(left + c.w() / 7, c.h() * 0.15, left, c.h() * 0.15, left - 3, -2);
            c.shade(
                    swag,
                    0,
                    c.palette().bottom(),
                    c.h() * 0.12,
                    Palette.mix(c.palette().top(), c.palette().glow(), 0.3));
            c.stroke(swag, 0.8, c.palette().light(), 0.4);
        }
    }

    private static void spotlight(Canvas c) {
        double y = c.h() * 0.72;
        var cone = Canvas.polygon(c.w() * 0.9, -5, c.w() * 0.96, -5, c.cx() + c.r() * 1.0, y, c.cx() - c.r() * 1.0, y);
        c.shade(
                cone,
                0,
                Palette.withAlpha(c.palette().light(), 0.4),
                y,
                Palette.withAlpha(c.palette().light(), 0.1));
        c.glow(c.cx(), c.cy() + c.r() * 0.3, c.r() * 1.5, c.palette().light(), 0.65);
        c.fill(
                new Ellipse2D.Double(c.cx() - c.r(), y - c.r() * 0.16, c.r() * 2, c.r() * 0.32),
                c.palette().light(),
                0.6);
    }

    static void projector(Canvas c) {
        double x = c.w() * 0.95;
        double y = c.h() * 0.06;
        var beam = Canvas.polygon(
                x, y, c.cx() - c.r() * 1.3, c.cy() - c.r() * 0.1, c.cx() + c.r() * 0.9, c.cy() + c.r() * 1.5);
        c.glow(x, y, c.w() * 0.7, c.palette().glow(), 0.7);
        c.shade(
                beam,
                0,
                Palette.withAlpha(c.palette().light(), 0.5),
                c.cy() + c.r(),
                Palette.withAlpha(c.palette().glow(), 0.06));
        var screen = Canvas.polygon(
                c.cx() - c.r() * 1.2,
                c.cy() - c.r() * 0.75,
                c.cx() + c.r() * 0.95,
                c.cy() - c.r() * 0.55,
                c.cx() + c.r() * 0.95,
                c.cy() + c.r() * 1.0,
                c.cx() - c.r() * 1.2,
                c.cy() + c.r() * 0.95);
        c.shade(
                screen,
                c.cy() - c.r(),
                c.palette().light(),
                c.cy() + c.r(),
                c.palette().glow());
        c.stroke(screen, 2, c.palette().ink(), 0.9);
        var inside = new Area(screen);
        var man = new Area(Canvas.circle(c.cx() - c.r() * 0.1, c.cy() - c.r() * 0.05, c.r() * 0.2));
        man.add(new Area(Canvas.box(c.cx() - c.r() * 0.4, c.cy() - c.r() * 0.25, c.r() * 0.6, c.r() * 0.07)));
        man.add(new Area(new Ellipse2D.Double(c.cx() - c.r() * 0.5, c.cy() + c.r() * 0.2, c.r() * 0.8, c.r() * 1.6)));
        inside.intersect(man);
        c.fill(inside, c.palette().ink(), 0.9);
        for (int i = 0; i < 120; i++) {
            c.fill(
                    Canvas.circle(c.between(0, c.w()), c.between(0, c.h() * 0.7), c.between(0.2, 0.7)),
                    c.palette().light(),
                    c.between(0.05, 0.45));
        }
    }

    static void keyhole(Canvas c) {
        c.fill(Canvas.box(0, 0, c.w(), c.h()), c.palette().ink(), 0.45);
        double x = c.cx();
        double y = c.cy() - c.r() * 0.25;
        var hole = new Area(Canvas.circle(x, y, c.r() * 0.62));
        hole.add(new Area(Canvas.polygon(
                x - c.r() * 0.24,
                y + c.r() * 0.3,
                x + c.r() * 0.24,
                y + c.r() * 0.3,
                x + c.r() * 0.55,
                y + c.r() * 1.75,
                x - c.r() * 0.55,
                y + c.r() * 1.75)));
        c.glow(x, y + c.r() * 0.3, c.r() * 2.4, c.palette().glow(), 0.6);
        c.shade(
                hole,
                y - c.r() * 0.6,
                c.palette().light(),
                y + c.r() * 1.7,
                c.palette().glow());
        var before = c.g().getClip();
        c.g().clip(hole);
        c.fill(
                Canvas.circle(x + c.r() * 0.1, y + c.r() * 0.35, c.r() * 0.22),
                c.palette().ink(),
                0.92);
        c.fill(
                new Ellipse2D.Double(x - c.r() * 0.32, y + c.r() * 0.62, c.r() * 0.84, c.r() * 2.2),
                c.palette().ink(),
                0.92);
        c.g().setClip(before);
        c.stroke(hole, 1.6, c.palette().ink(), 0.8);
        c.stroke(
                Canvas.circle(x, y + c.r() * 0.4, c.r() * 1.55),
                0.7,
                c.palette().glow(),
                0.35);
    }

    static void smoke(Canvas c) {
        c.glow(c.cx() + c.r() * 0.4, c.h() * 0.2, c.w() * 0.75, c.palette().glow(), 0.6);
        for (int i = 0; i < 34; i++) {
            double up = c.chance();
            c.glow(
                    c.cx() + Math.sin(up * 7 + i) * c.r() * (0.3 + up * 0.9),
                    c.h() * (0.75 - up * 0.7),
                    c.r() * (0.25 + up * 0.6),
                    i % 4 == 0 ? c.palette().accent() : c.palette().light(),
                    0.11);
        }
        for (int i = 0; i < 5; i++) {
            var wisp = new Path2D.Double();
            double x = c.cx() + c.between(-0.3, 0.3) * c.r();
            wisp.moveTo(c.cx(), c.h() * 0.74);
            wisp.curveTo(
                    x - c.r() * 1.3, c.h() * 0.5, x + c.r() * 1.4, c.h() * 0.36, x + c.between(-0.6, 0.6) * c.r(), -4);
            c.stroke(wisp, c.between(0.6, 2.2), c.palette().light(), 0.2);
        }
        lamp(c, c.w() * 0.2, c.h() * 0.86, c.r() * 0.5);
    }

    private static void lamp(Canvas c, double x, double base, double size) {
        double head = base - size * 3.4;
        c.glow(x, head, size * 2.4, c.palette().light(), 0.8);
        c.line(x, base, x, head, size * 0.12, c.palette().ink(), 1);
        c.fill(
                Canvas.polygon(
                        x - size * 0.22,
                        head + size * 0.35,
                        x + size * 0.22,
                        head + size * 0.35,
                        x + size * 0.36,
                        head - size * 0.3,
                        x - size * 0.36,
                        head - size * 0.3),
                c.palette().light(),
                0.95);
        c.fill(
                Canvas.polygon(
                        x - size * 0.45, head - size * 0.3, x + size * 0.45, head - size * 0.3, x, head - size * 0.65),
                c.palette().ink());
        c.fill(Canvas.box(0, base - size * 0.1, c.w(), c.h()), c.palette().ink(), 0.8);
    }
}
