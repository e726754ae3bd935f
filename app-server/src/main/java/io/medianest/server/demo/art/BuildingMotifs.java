package io.medianest.server.demo.art;

import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Path2D;

/// Motifs of towns and houses.
final class BuildingMotifs {
    private BuildingMotifs() {}

    static void skyline(Canvas c) {
        c.glow(c.cx(), c.h() * 0.42, c.w() * 0.8, c.palette().glow(), 0.7);
        for (int layer = 0; layer < 4; layer++) {
            double depth = layer / 3.0;
            var colour = Palette.mix(c.palette().top(), c.palette().ink(), 0.1 + depth * 0.85);
            for (double x = -6; x < c.w(); ) {
                double width = c.r() * c.between(0.17, 0.42);
                double middle = 1 - Math.abs((x + width / 2 - c.cx()) / c.w()) * 1.1;
                double height = c.h() * c.between(0.2, 0.5) * middle * (1.15 - depth * 0.45);
                tower(c, x, width, c.h() * (0.72 + depth * 0.1), height, colour);
                x += width * c.between(0.85, 1.1);
            }
            c.fill(Canvas.box(0, c.h() * (0.72 + depth * 0.1) - 1, c.w(), c.h()), colour);
        }
    }

    private static void tower(Canvas c, double x, double width, double base, double height, Color colour) {
        c.fill(Canvas.box(x, base - height, width, height), colour);
        c.fill(Canvas.box(x + width * 0.2, base - height * 1.08, width * 0.6, height * 0.09), colour);
        c.line(x + width / 2, base - height * 1.2, x + width / 2, base - height, 0.5, colour, 1);
        for (double y = base - height + 3; y < base - 4; y += 4.2) {
            for (double at = x + 2; at < x + width - 2; at += 3.2) {
                if (c.chance() > 0.68) {
                    c.fill(Canvas.box(at, y, 1.3, 1.9), c.palette().light(), c.between(0.25, 0.85));
                }
            }
        }
    }

    static void windows(Canvas c) {
        double step = c.r() * 0.56;
        c.fill(Canvas.box(0, 0, c.w(), c.h()), c.palette().ink(), 0.35);
        for (double y = step * 0.35; y < c.h() * 0.82; y += step * 1.32) {
            for (double x = step * 0.32; x < c.w() - step * 0.3; x += step * 1.02) {
                boolean lit = c.chance() > 0.62;
                var pane = Canvas.box(x, y, step * 0.62, step * 0.92);
                if (lit) {
                    c.glow(
                            x + step * 0.31,
                            y + step * 0.46,
                            step * 1.05,
                            c.palette().glow(),
                            0.5);
                    c.shade(pane, y, c.palette().light(), y + step, c.palette().glow());
                    person(c, x + step * c.between(0.2, 0.42), y + step * 0.92, step * 0.5);
                } else {
                    c.shade(pane, y, c.palette().middle(), y + step, c.palette().ink());
                }
                c.line(
                        x + step * 0.31,
                        y,
                        x + step * 0.31,
                        y + step * 0.92,
                        0.8,
                        c.palette().ink(),
                        0.9);
                c.line(
                        x,
                        y + step * 0.42,
                        x + step * 0.62,
                        y + step * 0.42,
                        0.8,
                        c.palette().ink(),
                        0.9);
                c.line(
                        x - 1,
                        y + step * 0.95,
                        x + step * 0.66,
                        y + step * 0.95,
                        1,
                        c.palette().top(),
                        0.6);
            }
        }
    }

    private static void person(Canvas c, double x, double base, double size) {
        if (c.chance() < 0.5) {
            return;
        }
        var figure = new Area(Canvas.circle(x, base - size * 0.82, size * 0.17));
        figure.add(new Area(
                new Arc2D.Double(x - size * 0.32, base - size * 0.62, size * 0.64, size * 1.3, 0, 180, Arc2D.CHORD)));
        c.fill(figure, c.palette().ink(), 0.92);
    }

    static void castle(Canvas c) {
        double moon = c.r() * 0.85;
        c.stars(50, c.h() * 0.4);
        c.glow(
                c.cx() + c.r() * 0.3,
                c.cy() - c.r() * 0.3,
                c.r() * 2.2,
                c.palette().glow(),
                0.7);
        c.ball(
                c.cx() + c.r() * 0.3,
                c.cy() - c.r() * 0.3,
                moon,
                c.palette().light(),
                Palette.mix(c.palette().light(), c.palette().glow(), 0.8));
        double base = c.h() * 0.72;
        var keep = new Area(Canvas.box(c.cx() - c.r() * 0.7, base - c.r() * 0.7, c.r() * 1.25, c.r()));
        double[][] towers = {{-0.85, 1.25, 0.3}, {-0.3, 1.75, 0.34}, {0.25, 1.1, 0.26}, {0.6, 1.45, 0.24}};
        for (var tower : towers) {
            double x = c.cx() + tower[0] * c.r();
            double width = tower[2] * c.r();
            double top = base - tower[1] * c.r();
            keep.add(new Area(Canvas.box(x, top, width, base - top + c.r())));
            keep.add(new Area(
                    Canvas.polygon(x - width * 0.25, top, x + width * 0.5, top - width * 1.7, x + width * 1.25, top)));
        }
        keep.add(new Area(c.ridge(base + c.r() * 0.1, c.h() * 0.035, 0.9)));
        c.fill(keep, c.palette().ink());
        for (var tower : towers) {
            double x = c.cx() + (tower[0] + tower[2] * 0.4) * c.r();
            double y = base - (tower[1] - 0.28) * c.r();
            c.glow(x + c.r() * 0.03, y + c.r() * 0.06, c.r() * 0.2, c.palette().accent(), 0.6);
            c.fill(Canvas.box(x, y, c.r() * 0.06, c.r() * 0.13), c.palette().light(), 0.95);
        }
    }

    static void roofs(Canvas c) {
        c.stars(60, c.h() * 0.45);
        c.glow(c.w() * 0.25, c.h() * 0.22, c.r() * 1.8, c.palette().glow(), 0.6);
        c.ball(
                c.w() * 0.25,
                c.h() * 0.22,
                c.r() * 0.42,
                c.palette().light(),
                c.palette().glow());
        for (int layer = 0; layer < 3; layer++) {
            var colour = Palette.mix(c.palette().middle(), c.palette().ink(), 0.35 + layer * 0.32);
            double base = c.h() * (0.6 + layer * 0.13);
            for (double x = -c.r() * c.chance(); x < c.w(); ) {
                double width = c.r() * c.between(0.55, 1.0);
                double eaves = base - c.r() * c.between(0.1, 0.4);
                c.fill(Canvas.box(x, eaves, width, c.h()), colour);
                c.fill(
                        Canvas.polygon(
                                x - 3,
                                eaves,
                                x + width * 0.25,
                                eaves - width * 0.4,
                                x + width * 0.75,
                                eaves - width * 0.4,
                                x + width + 3,
                                eaves),
                        colour);
                c.fill(Canvas.box(x + width * 0.62, eaves - width * 0.62, width * 0.11, width * 0.4), colour);
                if (c.chance() > 0.4) {
                    c.fill(
                            Canvas.box(x + width * 0.3, eaves + 5, 4, 6.5),
                            c.palette().light(),
                            0.75);
                }
                x += width;
            }
        }
        prowler(c, c.cx() + c.r() * 0.35, c.h() * 0.52, c.r() * 0.55);
    }

    /// Somebody in black who is out late.
    private static void prowler(Canvas c, double x, double y, double size) {
        var cape = new Path2D.Double();
        cape.moveTo(x, y - size * 0.95);
        cape.curveTo(x + size * 0.5, y - size * 0.7, x + size * 0.45, y, x + size * 0.85, y + size * 0.3);
        cape.curveTo(x + size * 0.3, y + size * 0.15, x - size * 0.1, y + size * 0.4, x - size * 0.3, y + size * 0.3);
        cape.curveTo(x - size * 0.25, y - size * 0.3, x - size * 0.3, y - size * 0.7, x, y - size * 0.95);
        c.fill(cape, c.palette().ink());
        c.fill(Canvas.circle(x, y - size * 1.02, size * 0.19), c.palette().ink());
        c.fill(
                Canvas.box(x - size * 0.15, y - size * 1.4, size * 0.3, size * 0.3),
                c.palette().ink());
        c.fill(
                Canvas.box(x - size * 0.28, y - size * 1.16, size * 0.56, size * 0.06),
                c.palette().ink());
    }

    static void tent(Canvas c) {
        double top = c.cy() - c.r() * 1.15;
        double eaves = c.cy() + c.r() * 0.25;
        double base = c.h() * 0.8;
        c.stars(80, c.h() * 0.55);
        c.glow(c.cx(), c.cy(), c.r() * 2.4, c.palette().glow(), 0.6);
        int stripes = 10;
        double half = c.r() * 1.35;
        for (int i = 0; i < stripes; i++) {
            double left = c.cx() - half + 2 * half * i / stripes;
            double right = left + 2 * half / stripes;
            var colour = i % 2 == 0 ? c.palette().light() : c.palette().top();
            c.shade(
                    Canvas.polygon(c.cx(), top, left, eaves, right, eaves),
                    top,
                    Palette.mix(colour, c.palette().ink(), 0.1),
                    eaves,
                    Palette.mix(colour, c.palette().ink(), 0.45));
            c.shade(
                    Canvas.box(left, eaves, right - left, base - eaves),
                    eaves,
                    Palette.mix(colour, c.palette().ink(), 0.5),
                    base,
                    c.palette().ink());
            c.fill(
                    new Arc2D.Double(left, eaves - 5, right - left, 10, 180, 180, Arc2D.CHORD),
                    Palette.mix(colour, c.palette().ink(), 0.3));
        }
        c.shade(
                Canvas.polygon(c.cx(), eaves, c.cx() + c.r() * 0.3, base, c.cx() - c.r() * 0.3, base),
                eaves,
                c.palette().accent(),
                base,
                c.palette().ink());
        c.line(c.cx(), top, c.cx(), top - c.r() * 0.3, 0.8, c.palette().light(), 0.9);
        c.fill(
                Canvas.polygon(
                        c.cx(),
                        top - c.r() * 0.3,
                        c.cx() + c.r() * 0.3,
                        top - c.r() * 0.22,
                        c.cx(),
                        top - c.r() * 0.14),
                c.palette().accent());
        c.fill(Canvas.box(0, base, c.w(), c.h()), c.palette().ink());
    }

    static void arches(Canvas c) {
        c.glow(c.cx(), c.cy() + c.r() * 0.3, c.r() * 2.2, c.palette().light(), 0.75);
        c.stars(60, c.h() * 0.5);
        int gates = 5;
        for (int i = 0; i < gates; i++) {
            double size = c.r() * (0.6 + i * i * 0.1 + i * 0.16);
            double foot = c.h() * (0.62 + i * 0.085);
            var wall = new Area(Canvas.box(-5, -5, c.w() + 10, c.h() + 10));
            var opening = new Path2D.Double();
            double shoulder = foot - size * 1.15;
            opening.moveTo(c.cx() - size, foot);
            opening.lineTo(c.cx() - size, shoulder);
            opening.quadTo(c.cx() - size * 0.95, shoulder - size * 0.75, c.cx(), shoulder - size * 1.2);
            opening.quadTo(c.cx() + size * 0.95, shoulder - size * 0.75, c.cx() + size, shoulder);
            opening.lineTo(c.cx() + size, foot);
            opening.closePath();
            wall.subtract(new Area(opening));
            var colour = Palette.mix(c.palette().top(), c.palette().ink(), 0.15 + i * 0.2);
            c.fill(wall, colour, i == 0 ? 0.45 : 0.62);
            c.stroke(opening, 0.9, c.palette().light(), 0.5 - i * 0.08);
        }
    }
}
