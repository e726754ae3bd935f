package io.medianest.server.demo.art;

import java.awt.geom.Path2D;

/// Motifs of the sea.
final class WaterMotifs {
    private WaterMotifs() {}

    static void waves(Canvas c) {
        c.glow(c.w() * 0.25, c.h() * 0.16, c.w() * 0.8, c.palette().glow(), 0.6);
        for (int i = 0; i < 8; i++) {
            double y = c.h() * (0.34 + i * 0.075);
            var crest = c.ridge(y, c.h() * (0.022 + i * 0.005), 1.4 + i * 0.12);
            var colour = Palette.mix(c.palette().glow(), c.palette().bottom(), 0.22 + i * 0.1);
            c.shade(
                    crest,
                    y - c.h() * 0.04,
                    colour,
                    y + c.h() * 0.16,
                    Palette.mix(colour, c.palette().ink(), 0.6));
            c.stroke(crest, 0.7, c.palette().light(), 0.42 - i * 0.035);
            if (i == 2) {
                steamer(c, c.cx(), y + c.h() * 0.015, c.r() * 0.9);
            }
        }
    }

    private static void steamer(Canvas c, double x, double y, double size) {
        var ink = c.palette().ink();
        c.fill(
                Canvas.polygon(
                        x - size,
                        y - size * 0.28,
                        x + size * 1.08,
                        y - size * 0.34,
                        x + size * 0.82,
                        y + size * 0.1,
                        x - size * 0.85,
                        y + size * 0.1),
                ink);
        c.fill(Canvas.box(x - size * 0.55, y - size * 0.5, size * 0.95, size * 0.24), ink);
        for (int i = 0; i < 2; i++) {
            double funnel = x - size * 0.3 + i * size * 0.38;
            c.fill(Canvas.box(funnel, y - size * 0.92, size * 0.15, size * 0.45), ink);
            for (int puff = 0; puff < 6; puff++) {
                c.glow(
                        funnel + size * (0.1 + puff * 0.17),
                        y - size * (1.0 + puff * 0.13),
                        size * (0.16 + puff * 0.07),
                        c.palette().light(),
                        0.3 - puff * 0.035);
            }
        }
        c.line(x + size * 0.7, y - size * 0.3, x + size * 0.7, y - size * 0.95, size * 0.025, ink, 1);
    }

    static void moonOverSea(Canvas c) {
        double horizon = c.h() * 0.56;
        c.stars(90, horizon);
        c.glow(c.cx(), c.cy() - c.r() * 0.2, c.r() * 2.1, c.palette().glow(), 0.6);
        c.ball(
                c.cx(),
                c.cy() - c.r() * 0.2,
                c.r() * 0.6,
                c.palette().light(),
                c.palette().glow());
        c.shade(
                Canvas.box(0, horizon, c.w(), c.h()),
                horizon,
                Palette.mix(c.palette().middle(), c.palette().glow(), 0.3),
                c.h(),
                c.palette().ink());
        glitter(c, horizon, 0.5);
    }

    static void sunrise(Canvas c) {
        double horizon = c.h() * 0.55;
        double sun = c.r() * 0.95;
        c.glow(c.cx(), horizon, c.w(), c.palette().glow(), 0.85);
        c.shade(
                Canvas.circle(c.cx(), horizon, sun),
                horizon - sun,
                c.palette().light(),
                horizon,
                c.palette().glow());
        c.shade(
                Canvas.box(0, horizon, c.w(), c.h()),
                horizon,
                Palette.mix(c.palette().glow(), c.palette().bottom(), 0.5),
                c.h(),
                c.palette().ink());
        glitter(c, horizon, 0.95);
    }

    /// The light's path on the water.
    private static void glitter(Canvas c, double horizon, double width) {
        for (int i = 0; i < 90; i++) {
            double down = Math.pow(c.chance(), 1.4);
            double y = horizon + 1 + down * (c.h() - horizon) * 0.75;
            double half = c.r() * width * (0.5 + down * 0.6) * c.chance();
            double x = c.cx() + c.between(-0.35, 0.35) * c.r() * width * (1 + down);
            c.line(x - half * 0.5, y, x + half * 0.5, y, 0.4 + down, c.palette().light(), 0.5 * (1 - down * 0.7));
        }
    }

    static void sail(Canvas c) {
        double horizon = c.h() * 0.62;
        c.glow(c.cx() + c.r() * 0.6, horizon - c.r(), c.r() * 2.3, c.palette().glow(), 0.75);
        c.shade(
                Canvas.box(0, horizon, c.w(), c.h()),
                horizon,
                Palette.mix(c.palette().glow(), c.palette().middle(), 0.5),
                c.h(),
                c.palette().ink());
        double size = c.r();
        double x = c.cx();
        var hull = new Path2D.Double();
        hull.moveTo(x - size * 0.95, horizon - size * 0.22);
        hull.quadTo(x, horizon - size * 0.02, x + size, horizon - size * 0.32);
        hull.quadTo(x + size * 0.7, horizon + size * 0.16, x, horizon + size * 0.18);
        hull.quadTo(x - size * 0.7, horizon + size * 0.16, x - size * 0.95, horizon - size * 0.22);
        for (int mast = -1; mast <= 1; mast++) {
            double foot = x + mast * size * 0.5;
            double height = size * (mast == 0 ? 1.75 : 1.4);
            c.line(
                    foot,
                    horizon,
                    foot,
                    horizon - height,
                    size * 0.03,
                    c.palette().ink(),
                    1);
            for (int i = 0; i < 2; i++) {
                double y = horizon - height * (0.92 - i * 0.42);
                sheet(c, foot, y, size * (0.28 + i * 0.1), height * 0.36);
            }
        }
        c.fill(hull, c.palette().ink());
        for (int i = 0; i < 5; i++) {
            double y = c.h() * (0.66 + i * 0.06);
            c.stroke(c.ridge(y, 1.6, 3), 0.6, c.palette().light(), 0.3 - i * 0.045);
        }
    }

    private static void sheet(Canvas c, double x, double y, double half, double height) {
        var sheet = new Path2D.Double();
        sheet.moveTo(x - half * 0.8, y);
        sheet.lineTo(x + half * 0.8, y);
        sheet.quadTo(x + half * 1.7, y + height * 0.5, x + half, y + height);
        sheet.quadTo(x, y + height * 0.85, x - half, y + height);
        sheet.quadTo(x - half * 0.3, y + height * 0.5, x - half * 0.8, y);
        c.shade(sheet, y, c.palette().light(), y + height, c.palette().glow());
    }

    static void bubbles(Canvas c) {
        for (int i = 0; i < 7; i++) {
            double x = c.between(0, c.w());
            var shaft = Canvas.polygon(x, -5, x + c.w() * 0.1, -5, x - c.w() * 0.12, c.h(), x - c.w() * 0.36, c.h());
            c.shade(
                    shaft,
                    0,
                    Palette.withAlpha(c.palette().light(), 0.2),
                    c.h() * 0.85,
                    Palette.withAlpha(c.palette().light(), 0));
        }
        for (int i = 0; i < 46; i++) {
            double size = c.r() * Math.pow(c.chance(), 3) * 0.55 + 1;
            double x = c.between(0, c.w());
            double y = c.between(0, c.h() * 0.85);
            c.fill(Canvas.circle(x, y, size), c.palette().light(), 0.1);
            c.stroke(Canvas.circle(x, y, size), 0.5, c.palette().light(), 0.6);
            c.fill(
                    Canvas.circle(x - size * 0.35, y - size * 0.4, size * 0.18),
                    c.palette().light(),
                    0.85);
        }
        for (int i = 0; i < 9; i++) {
            double x = c.w() * (i + c.chance()) / 9;
            double height = c.h() * c.between(0.12, 0.3);
            var weed = new Path2D.Double();
            weed.moveTo(x, c.h());
            weed.curveTo(
                    x - 9, c.h() - height * 0.4, x + 11, c.h() - height * 0.7, x + c.between(-6, 6), c.h() - height);
            c.stroke(weed, 3, c.palette().ink(), 0.9);
        }
    }
}
