package io.medianest.server.demo.art;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// Motifs of plain geometry and single things.
final class FigureMotifs {
    private FigureMotifs() {}

    static void spiral(Canvas c) {
        c.glow(c.cx(), c.cy(), c.r() * 2.4, c.palette().glow(), 0.6);
        for (int arm = 0; arm < 3; arm++) {
            var path = new Path2D.Double();
            for (int i = 0; i <= 220; i++) {
                double turn = i / 220.0;
                double angle = turn * 13 + arm * 2.1;
                double radius = c.r() * 1.9 * Math.pow(turn, 1.25);
                double x = c.cx() + Math.cos(angle) * radius;
                double y = c.cy() + Math.sin(angle) * radius;
                if (i == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
            var colour = arm == 0
                    ? c.palette().light()
                    : arm == 1 ? c.palette().accent() : c.palette().glow();
            c.stroke(path, c.r() * (0.1 - arm * 0.02), colour, 0.85 - arm * 0.2);
        }
        c.fill(Canvas.circle(c.cx(), c.cy(), c.r() * 0.14), c.palette().ink(), 0.9);
    }

    static void rings(Canvas c) {
        c.glow(c.cx(), c.cy(), c.r() * 2.6, c.palette().glow(), 0.6);
        for (int i = 15; i > 0; i--) {
            double radius = c.r() * 0.13 * i * (1 + i * 0.012);
            double x = c.cx() + Math.sin(i * 0.5) * c.r() * 0.05 * i * 0.4;
            c.stroke(
                    Canvas.circle(x, c.cy(), radius),
                    c.r() * 0.03 * (1 + (i % 3)),
                    i % 4 == 0 ? c.palette().accent() : c.palette().light(),
                    0.85 - i * 0.045);
        }
        c.ball(c.cx(), c.cy(), c.r() * 0.12, c.palette().light(), c.palette().glow());
    }

    static void bullseye(Canvas c) {
        c.glow(c.cx(), c.cy(), c.r() * 2.4, c.palette().glow(), 0.5);
        for (int i = 6; i > 0; i--) {
            var colour = i % 2 == 0 ? c.palette().top() : c.palette().light();
            double radius = c.r() * 0.2 * i;
            c.shade(
                    Canvas.circle(c.cx(), c.cy(), radius),
                    c.cy() - radius,
                    Palette.mix(colour, c.palette().glow(), 0.25),
                    c.cy() + radius,
                    Palette.mix(colour, c.palette().ink(), 0.35));
        }
        for (int i = 0; i < 4; i++) {
            double angle = i * Math.PI / 2;
            c.line(
                    c.cx() + Math.cos(angle) * c.r() * 0.5,
                    c.cy() + Math.sin(angle) * c.r() * 0.5,
                    c.cx() + Math.cos(angle) * c.r() * 1.5,
                    c.cy() + Math.sin(angle) * c.r() * 1.5,
                    1.4,
                    c.palette().ink(),
                    0.9);
        }
    }

    static void gears(Canvas c) {
        c.glow(c.cx(), c.cy(), c.r() * 2.5, c.palette().glow(), 0.65);
        gear(c, c.cx() - c.r() * 0.2, c.cy() - c.r() * 0.05, c.r() * 0.85, 18, 0);
        gear(c, c.cx() + c.r() * 0.92, c.cy() - c.r() * 0.85, c.r() * 0.5, 11, 0.2);
        gear(c, c.cx() + c.r() * 0.75, c.cy() + c.r() * 0.85, c.r() * 0.45, 10, 0.1);
        gear(c, c.cx() - c.r() * 1.15, c.cy() - c.r() * 1.1, c.r() * 0.5, 11, 0.3);
    }

    private static void gear(Canvas c, double x, double y, double radius, int teeth, double turn) {
        var wheel = new Area(Canvas.circle(x, y, radius * 0.86));
        for (int i = 0; i < teeth; i++) {
            var tooth = Canvas.polygon(
                    x - radius * 0.1,
                    y - radius * 0.8,
                    x - radius * 0.06,
                    y - radius,
                    x + radius * 0.06,
                    y - radius,
                    x + radius * 0.1,
                    y - radius * 0.8);
            var turned = AffineTransform.getRotateInstance(turn + i * 2 * Math.PI / teeth, x, y);
            wheel.add(new Area(turned.createTransformedShape(tooth)));
        }
        for (int i = 0; i < 5; i++) {
            double angle = turn + i * 2 * Math.PI / 5;
            wheel.subtract(new Area(Canvas.circle(
                    x + Math.cos(angle) * radius * 0.52, y + Math.sin(angle) * radius * 0.52, radius * 0.2)));
        }
        wheel.subtract(new Area(Canvas.circle(x, y, radius * 0.14)));
        c.shade(
                wheel,
                y - radius,
                Palette.mix(c.palette().light(), c.palette().glow(), 0.5),
                y + radius,
                Palette.mix(c.palette().bottom(), c.palette().ink(), 0.4));
        c.stroke(wheel, 0.5, c.palette().light(), 0.4);
    }

    static void clock(Canvas c) {
        c.glow(c.cx(), c.cy(), c.r() * 2.4, c.palette().glow(), 0.7);
        c.ball(c.cx(), c.cy(), c.r() * 1.02, c.palette().light(), c.palette().glow());
        c.stroke(
                Canvas.circle(c.cx(), c.cy(), c.r() * 1.02),
                c.r() * 0.08,
                c.palette().ink(),
                0.95);
        for (int i = 0; i < 60; i++) {
            double angle = i * Math.PI / 30;
            double inner = i % 5 == 0 ? 0.78 : 0.87;
            c.line(
                    c.cx() + Math.cos(angle) * c.r() * inner,
                    c.cy() + Math.sin(angle) * c.r() * inner,
                    c.cx() + Math.cos(angle) * c.r() * 0.92,
                    c.cy() + Math.sin(angle) * c.r() * 0.92,
                    i % 5 == 0 ? 1.8 : 0.5,
                    c.palette().ink(),
                    0.9);
        }
        hand(c, -2.05, 0.52, 0.075);
        hand(c, -1.12, 0.78, 0.05);
        c.fill(Canvas.circle(c.cx(), c.cy(), c.r() * 0.07), c.palette().ink());
    }

    private static void hand(Canvas c, double angle, double length, double width) {
        var hand = Canvas.polygon(
                c.cx() - c.r() * 0.15,
                c.cy(),
                c.cx(),
                c.cy() - c.r() * width,
                c.cx() + c.r() * length,
                c.cy(),
                c.cx(),
                c.cy() + c.r() * width);
        c.fill(
                AffineTransform.getRotateInstance(angle, c.cx(), c.cy()).createTransformedShape(hand),
                c.palette().ink());
    }

    static void eye(Canvas c) {
        c.glow(c.cx(), c.cy(), c.r() * 2.4, c.palette().glow(), 0.6);
        var lids = new Path2D.Double();
        double half = c.r() * 1.3;
        lids.moveTo(c.cx() - half, c.cy());
        lids.quadTo(c.cx(), c.cy() - c.r() * 1.35, c.cx() + half, c.cy());
        lids.quadTo(c.cx(), c.cy() + c.r() * 1.2, c.cx() - half, c.cy());
        c.shade(
                lids,
                c.cy() - c.r(),
                c.palette().glow(),
                c.cy() + c.r(),
                c.palette().light());
        var before = c.g().getClip();
        c.g().clip(lids);
        c.ball(c.cx(), c.cy(), c.r() * 0.58, c.palette().accent(), c.palette().bottom());
        for (int i = 0; i < 48; i++) {
            double angle = i * Math.PI / 24;
            c.line(
                    c.cx() + Math.cos(angle) * c.r() * 0.28,
                    c.cy() + Math.sin(angle) * c.r() * 0.28,
                    c.cx() + Math.cos(angle) * c.r() * 0.55,
                    c.cy() + Math.sin(angle) * c.r() * 0.55,
                    0.5,
                    i % 2 == 0 ? c.palette().light() : c.palette().ink(),
                    0.4);
        }
        c.fill(Canvas.circle(c.cx(), c.cy(), c.r() * 0.27), c.palette().ink());
        c.fill(
                Canvas.circle(c.cx() - c.r() * 0.17, c.cy() - c.r() * 0.19, c.r() * 0.1),
                c.palette().light());
        c.g().setClip(before);
        c.stroke(lids, c.r() * 0.07, c.palette().ink(), 0.95);
        for (int i = 0; i < 11; i++) {
            double angle = -Math.PI * (0.16 + i * 0.068);
            c.line(
                    c.cx() + Math.cos(angle) * c.r() * 1.05,
                    c.cy() + Math.sin(angle) * c.r() * 0.72,
                    c.cx() + Math.cos(angle) * c.r() * 1.35,
                    c.cy() + Math.sin(angle) * c.r() * 1.08,
                    1.3,
                    c.palette().ink(),
                    0.85);
        }
    }

    static void deco(Canvas c) {
        double base = c.h() * 0.74;
        c.glow(c.cx(), base, c.h() * 0.6, c.palette().glow(), 0.6);
        for (int ring = 6; ring > 0; ring--) {
            double radius = c.r() * 0.36 * ring;
            var fan = new Arc2D.Double(c.cx() - radius, base - radius, radius * 2, radius * 2, 0, 180, Arc2D.PIE);
            c.shade(
                    fan,
                    base - radius,
                    Palette.mix(c.palette().glow(), c.palette().top(), ring / 6.5),
                    base,
                    c.palette().bottom());
            c.stroke(fan, 0.9, c.palette().light(), 0.65);
        }
        for (int i = 1; i < 12; i++) {
            double angle = Math.PI + i * Math.PI / 12;
            c.line(
                    c.cx(),
                    base,
                    c.cx() + Math.cos(angle) * c.r() * 2.16,
                    base + Math.sin(angle) * c.r() * 2.16,
                    0.6,
                    c.palette().light(),
                    0.45);
        }
        c.ball(
                c.cx(),
                base - c.r() * 2.42,
                c.r() * 0.1,
                c.palette().light(),
                c.palette().glow());
        c.line(0, base, c.w(), base, 1, c.palette().light(), 0.7);
        c.fill(Canvas.box(0, base, c.w(), c.h()), c.palette().ink(), 0.55);
    }

    static void shards(Canvas c) {
        c.glow(c.cx(), c.cy(), c.r() * 2.2, c.palette().light(), 0.55);
        for (int i = 0; i < 26; i++) {
            double angle = i * 2.4 + c.chance();
            double start = c.r() * c.between(0.35, 0.7);
            double end = c.r() * c.between(1.2, 2.8);
            double spread = c.between(0.06, 0.24);
            var shard = Canvas.polygon(
                    c.cx() + Math.cos(angle) * start,
                    c.cy() + Math.sin(angle) * start,
                    c.cx() + Math.cos(angle + spread) * end,
                    c.cy() + Math.sin(angle + spread) * end,
                    c.cx() + Math.cos(angle - spread * 0.6) * end * 0.8,
                    c.cy() + Math.sin(angle - spread * 0.6) * end * 0.8);
            var colour = i % 3 == 0
                    ? c.palette().glow()
                    : i % 3 == 1 ? c.palette().ink() : c.palette().middle();
            c.fill(shard, colour, 0.75);
            c.stroke(shard, 0.4, c.palette().light(), 0.3);
        }
        var door = Canvas.polygon(
                c.cx() - c.r() * 0.28,
                c.cy() + c.r() * 0.75,
                c.cx() - c.r() * 0.12,
                c.cy() - c.r() * 0.75,
                c.cx() + c.r() * 0.38,
                c.cy() - c.r() * 0.55,
                c.cx() + c.r() * 0.25,
                c.cy() + c.r() * 0.7);
        c.shade(
                door,
                c.cy() - c.r(),
                c.palette().light(),
                c.cy() + c.r(),
                c.palette().glow());
    }

    static void bolts(Canvas c) {
        c.glow(c.cx(), c.cy(), c.r() * 2.6, c.palette().glow(), 0.7);
        for (int i = 0; i < 7; i++) {
            var path = new Path2D.Double();
            double x = c.cx() + c.between(-0.9, 0.9) * c.r();
            double y = -4;
            path.moveTo(x, y);
            while (y < c.h() * 0.85) {
                y += c.between(6, 20);
                x += c.between(-13, 13);
                path.lineTo(x, y);
            }
            c.stroke(path, 5, c.palette().glow(), 0.12);
            c.stroke(path, i == 0 ? 2.2 : 0.8, c.palette().light(), i == 0 ? 0.95 : 0.6);
        }
        var flash = Canvas.polygon(
                c.cx() + c.r() * 0.25,
                c.cy() - c.r() * 1.1,
                c.cx() - c.r() * 0.6,
                c.cy() + c.r() * 0.15,
                c.cx() - c.r() * 0.05,
                c.cy() + c.r() * 0.15,
                c.cx() - c.r() * 0.3,
                c.cy() + c.r() * 1.1,
                c.cx() + c.r() * 0.6,
                c.cy() - c.r() * 0.2,
                c.cx() + c.r() * 0.05,
                c.cy() - c.r() * 0.2);
        c.shade(
                flash,
                c.cy() - c.r(),
                c.palette().light(),
                c.cy() + c.r(),
                c.palette().glow());
    }

    static void mask(Canvas c) {
        c.glow(c.cx(), c.cy(), c.r() * 2.4, c.palette().glow(), 0.6);
        var head =
                new Area(new Ellipse2D.Double(c.cx() - c.r() * 0.68, c.cy() - c.r() * 0.85, c.r() * 1.36, c.r() * 1.9));
        head.add(new Area(Canvas.box(c.cx() - c.r() * 0.62, c.cy() - c.r() * 1.75, c.r() * 1.24, c.r() * 1.2)));
        head.add(new Area(
                new Ellipse2D.Double(c.cx() - c.r() * 1.15, c.cy() - c.r() * 0.78, c.r() * 2.3, c.r() * 0.32)));
        head.add(new Area(new Ellipse2D.Double(c.cx() - c.r() * 1.7, c.cy() + c.r() * 0.95, c.r() * 3.4, c.r() * 4)));
        c.fill(head, c.palette().ink(), 0.95);
        for (int side = -1; side <= 1; side += 2) {
            double x = c.cx() + side * c.r() * 0.29;
            var slit = new Path2D.Double();
            slit.moveTo(x - c.r() * 0.2, c.cy() - c.r() * 0.08);
            slit.quadTo(x, c.cy() - c.r() * 0.26, x + c.r() * 0.2, c.cy() - c.r() * 0.08);
            slit.quadTo(x, c.cy() + c.r() * 0.1, x - c.r() * 0.2, c.cy() - c.r() * 0.08);
            c.glow(x, c.cy() - c.r() * 0.08, c.r() * 0.45, c.palette().accent(), 0.6);
            c.fill(slit, c.palette().light());
            c.fill(
                    Canvas.circle(x, c.cy() - c.r() * 0.08, c.r() * 0.06),
                    c.palette().ink());
        }
        var tie = Canvas.polygon(
                c.cx(),
                c.cy() + c.r() * 1.15,
                c.cx() + c.r() * 0.32,
                c.cy() + c.r() * 1.0,
                c.cx() + c.r() * 0.32,
                c.cy() + c.r() * 1.32,
                c.cx(),
                c.cy() + c.r() * 1.15,
                c.cx() - c.r() * 0.32,
                c.cy() + c.r() * 1.32,
                c.cx() - c.r() * 0.32,
                c.cy() + c.r() * 1.0);
        c.fill(tie, c.palette().light(), 0.9);
    }

    static void lotus(Canvas c) {
        double base = c.cy() + c.r() * 0.55;
        c.glow(c.cx(), c.cy(), c.r() * 2.6, c.palette().glow(), 0.75);
        c.stroke(
                Canvas.circle(c.cx(), c.cy() - c.r() * 0.15, c.r() * 1.25),
                0.8,
                c.palette().light(),
                0.6);
        c.stroke(
                Canvas.circle(c.cx(), c.cy() - c.r() * 0.15, c.r() * 1.33),
                2,
                c.palette().accent(),
                0.5);
        for (int row = 0; row < 3; row++) {
            int petals = 9 - row * 2;
            for (int i = 0; i < petals; i++) {
                double angle = (i - (petals - 1) / 2.0) * (0.32 + row * 0.02);
                double length = c.r() * (1.45 - row * 0.28);
                var petal = new Path2D.Double();
                petal.moveTo(c.cx(), base);
                petal.curveTo(
                        c.cx() - length * 0.26,
                        base - length * 0.4,
                        c.cx() - length * 0.2,
                        base - length * 0.75,
                        c.cx(),
                        base - length);
                petal.curveTo(
                        c.cx() + length * 0.2,
                        base - length * 0.75,
                        c.cx() + length * 0.26,
                        base - length * 0.4,
                        c.cx(),
                        base);
                var turned =
                        AffineTransform.getRotateInstance(angle, c.cx(), base).createTransformedShape(petal);
                var colour = row == 1 ? c.palette().accent() : c.palette().glow();
                c.shade(turned, base - length, Palette.mix(colour, c.palette().light(), 0.55), base, colour);
                c.stroke(turned, 0.6, c.palette().ink(), 0.5);
            }
        }
    }
}
