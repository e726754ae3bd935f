package io.medianest.server.demo.art;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// Motifs of the open country.
final class LandMotifs {
    private LandMotifs() {}

    static void forest(Canvas c) {
        c.glow(c.cx(), c.cy(), c.r() * 2.4, c.palette().glow(), 0.7);
        c.fill(
                Canvas.circle(c.cx(), c.cy() - c.r() * 0.2, c.r() * 0.55),
                c.palette().light(),
                0.75);
        for (int layer = 0; layer < 4; layer++) {
            double depth = layer / 3.0;
            double ground = c.h() * (0.62 + depth * 0.17);
            var colour = Palette.mix(c.palette().middle(), c.palette().ink(), 0.3 + depth * 0.7);
            double step = c.r() * (0.22 + depth * 0.16);
            for (double x = -step; x < c.w() + step; x += step * c.between(0.5, 1.05)) {
                fir(c, x, ground, c.r() * c.between(0.65, 1.3) * (0.6 + depth * 0.75), colour);
            }
            c.fill(Canvas.box(0, ground - 1, c.w(), c.h()), colour);
            c.shade(
                    Canvas.box(0, ground - c.r() * 0.4, c.w(), c.r() * 0.5),
                    ground - c.r() * 0.4,
                    Palette.withAlpha(c.palette().glow(), 0),
                    ground,
                    Palette.withAlpha(c.palette().glow(), 0.13 * (1 - depth)));
        }
    }

    private static void fir(Canvas c, double x, double ground, double height, Color colour) {
        var tree = new Path2D.Double();
        tree.moveTo(x, ground - height);
        int tiers = 6;
        for (int side = 1; side >= -1; side -= 2) {
            for (int i = 0; i < tiers; i++) {
                int tier = side > 0 ? i + 1 : tiers - i;
                double reach = height * 0.25 * tier / tiers;
                double y = ground - height + height * tier / tiers;
                if (side > 0) {
                    tree.lineTo(x + reach, y);
                    tree.lineTo(x + reach * 0.55, y - height * 0.02);
                } else {
                    tree.lineTo(x - reach * 0.55, y - height * 0.02);
                    tree.lineTo(x - reach, y);
                }
            }
        }
        tree.closePath();
        c.fill(tree, colour);
    }

    static void hills(Canvas c) {
        c.glow(c.w() * 0.72, c.cy() - c.r() * 0.5, c.w() * 0.9, c.palette().glow(), 0.75);
        c.fill(
                Canvas.circle(c.w() * 0.72, c.cy() - c.r() * 0.5, c.r() * 0.42),
                c.palette().light(),
                0.95);
        for (int i = 0; i < 5; i++) {
            double y = c.h() * (0.46 + i * 0.1);
            var upper = Palette.mix(c.palette().glow(), c.palette().bottom(), 0.15 + i * 0.19);
            var hill = c.ridge(y, c.h() * 0.055, 0.55 + i * 0.17);
            c.shade(
                    hill,
                    y - c.h() * 0.06,
                    upper,
                    y + c.h() * 0.3,
                    Palette.mix(upper, c.palette().ink(), 0.7));
            c.stroke(hill, 0.5, c.palette().light(), 0.14);
        }
        for (int i = 0; i < 7; i++) {
            double x = c.between(c.w() * 0.05, c.w() * 0.95);
            double y = c.h() * 0.56 + c.between(0, c.h() * 0.04);
            c.fill(
                    Canvas.box(x - 0.5, y - c.r() * 0.2, 1, c.r() * 0.25),
                    c.palette().ink(),
                    0.8);
            c.fill(
                    new Ellipse2D.Double(x - c.r() * 0.09, y - c.r() * 0.4, c.r() * 0.18, c.r() * 0.3),
                    c.palette().ink(),
                    0.8);
        }
    }

    static void mountains(Canvas c) {
        c.stars(70, c.h() * 0.4);
        c.glow(c.cx(), c.h() * 0.4, c.w() * 0.75, c.palette().glow(), 0.65);
        for (int layer = 0; layer < 4; layer++) {
            double depth = layer / 3.0;
            double base = c.h() * (0.63 + depth * 0.2);
            var lit = Palette.mix(c.palette().glow(), c.palette().ink(), 0.25 + depth * 0.62);
            var dark = Palette.mix(lit, c.palette().ink(), 0.55);
            for (int i = 0; i < 5; i++) {
                double x = c.w() * (i + c.between(-0.1, 0.6)) / 4.5;
                double height = c.h() * c.between(0.13, 0.33) * (1.1 - depth * 0.55);
                peak(c, x, base, height, lit, dark, layer < 2);
            }
            c.fill(Canvas.box(0, base - 1, c.w(), c.h()), dark);
        }
    }

    private static void peak(Canvas c, double x, double base, double height, Color lit, Color dark, boolean snow) {
        double spread = height * c.between(0.75, 1.05);
        double bend = spread * c.between(-0.2, 0.25);
        var left = Canvas.polygon(x, base - height, x - spread, base, x + bend, base);
        var right =
                Canvas.polygon(x, base - height, x + spread, base, x + bend, base, x - bend * 0.3, base - height * 0.5);
        c.shade(left, base - height, lit, base, Palette.mix(lit, dark, 0.8));
        c.shade(right, base - height, Palette.mix(lit, dark, 0.7), base, dark);
        if (snow) {
            double cap = 0.24;
            var snowcap = Canvas.polygon(
                    x,
                    base - height,
                    x - spread * cap,
                    base - height * (1 - cap),
                    x - spread * cap * 0.4,
                    base - height * (1 - cap * 0.7),
                    x,
                    base - height * (1 - cap * 1.15),
                    x + spread * cap * 0.5,
                    base - height * (1 - cap * 0.75),
                    x + spread * cap,
                    base - height * (1 - cap));
            c.fill(snowcap, c.palette().light(), 0.8);
        }
    }

    static void desert(Canvas c) {
        double sun = c.r() * 0.85;
        c.glow(c.cx(), c.cy(), c.r() * 2.6, c.palette().glow(), 0.7);
        c.shade(
                Canvas.circle(c.cx(), c.cy(), sun),
                c.cy() - sun,
                c.palette().light(),
                c.cy() + sun,
                c.palette().glow());
        mesa(c, c.w() * 0.16, c.h() * 0.66, c.w() * 0.26, c.h() * 0.17);
        mesa(c, c.w() * 0.87, c.h() * 0.66, c.w() * 0.2, c.h() * 0.11);
        for (int i = 0; i < 4; i++) {
            double y = c.h() * (0.66 + i * 0.07);
            c.shade(
                    c.ridge(y, c.h() * 0.018 * (i + 1), 0.4 + i * 0.1),
                    y - 5,
                    Palette.mix(c.palette().middle(), c.palette().ink(), 0.25 * i),
                    c.h(),
                    c.palette().ink());
        }
    }

    private static void mesa(Canvas c, double x, double base, double width, double height) {
        var rock = Canvas.polygon(
                x - width * 0.5,
                base,
                x - width * 0.3,
                base - height * 0.75,
                x - width * 0.26,
                base - height,
                x + width * 0.27,
                base - height,
                x + width * 0.31,
                base - height * 0.7,
                x + width * 0.5,
                base);
        c.shade(rock, base - height, c.palette().bottom(), base, c.palette().middle());
    }

    static void rails(Canvas c) {
        double horizon = c.h() * 0.5;
        c.glow(c.cx(), horizon, c.w() * 0.8, c.palette().glow(), 0.85);
        c.shade(
                Canvas.box(0, horizon, c.w(), c.h()),
                horizon,
                Palette.mix(c.palette().middle(), c.palette().glow(), 0.25),
                c.h(),
                c.palette().ink());
        for (int i = 1; i < 22; i++) {
            double near = Math.pow(i / 21.0, 2.2);
            double y = horizon + (c.h() - horizon) * near;
            double half = c.w() * 0.46 * near + 1;
            c.fill(
                    Canvas.box(c.cx() - half, y, half * 2, 0.8 + near * 5),
                    c.palette().ink(),
                    0.75);
        }
        for (int side = -1; side <= 1; side += 2) {
            var rail = Canvas.polygon(
                    c.cx() + side * 0.6,
                    horizon,
                    c.cx() + side * c.w() * 0.31,
                    c.h() + 2,
                    c.cx() + side * c.w() * 0.35,
                    c.h() + 2);
            c.shade(rail, horizon, c.palette().light(), c.h(), c.palette().glow());
        }
        engine(c, c.cx(), horizon, c.r() * 0.42);
    }

    /// A locomotive seen from the front, with its lamp and its steam.
    private static void engine(Canvas c, double x, double ground, double size) {
        for (int i = 0; i < 9; i++) {
            double up = i / 8.0;
            c.glow(
                    x + size * (up * up * 1.6),
                    ground - size * (2.1 + up * 2.1),
                    size * (0.4 + up * 0.8),
                    c.palette().light(),
                    0.32 * (1 - up * 0.6));
        }
        c.fill(
                Canvas.box(x - size * 0.16, ground - size * 2.2, size * 0.32, size * 0.6),
                c.palette().ink());
        c.fill(
                Canvas.box(x - size * 0.26, ground - size * 2.32, size * 0.52, size * 0.18),
                c.palette().ink());
        c.fill(Canvas.circle(x, ground - size * 1.05, size * 0.72), c.palette().ink());
        c.stroke(
                Canvas.circle(x, ground - size * 1.05, size * 0.58),
                size * 0.04,
                c.palette().glow(),
                0.6);
        c.fill(
                Canvas.box(x - size * 0.85, ground - size * 0.5, size * 1.7, size * 0.28),
                c.palette().ink());
        c.fill(
                Canvas.polygon(
                        x - size * 0.6,
                        ground - size * 0.3,
                        x + size * 0.6,
                        ground - size * 0.3,
                        x + size * 0.95,
                        ground + size * 0.12,
                        x - size * 0.95,
                        ground + size * 0.12),
                c.palette().ink());
        c.glow(x, ground - size * 1.15, size * 1.5, c.palette().light(), 0.85);
        c.fill(Canvas.circle(x, ground - size * 1.15, size * 0.2), c.palette().light());
    }

    static void road(Canvas c) {
        double horizon = c.h() * 0.47;
        c.glow(c.cx(), horizon, c.w() * 0.8, c.palette().glow(), 0.7);
        c.fill(
                c.ridge(horizon, c.h() * 0.035, 1.1),
                Palette.mix(c.palette().middle(), c.palette().ink(), 0.55));
        c.shade(
                Canvas.polygon(c.cx() - 1.5, horizon, c.cx() + 1.5, horizon, c.w() * 1.1, c.h(), -c.w() * 0.1, c.h()),
                horizon,
                Palette.mix(c.palette().glow(), c.palette().bottom(), 0.55),
                c.h(),
                c.palette().ink());
        for (int i = 0; i < 9; i++) {
            double near = Math.pow((i + 0.4) / 9, 2);
            double far = Math.pow((i + 0.9) / 9, 2);
            double y1 = horizon + (c.h() - horizon) * near;
            double y2 = horizon + (c.h() - horizon) * far;
            double half = near * c.w() * 0.018 + 0.25;
            c.fill(
                    Canvas.polygon(
                            c.cx() - half, y1, c.cx() + half, y1, c.cx() + half * 1.5, y2, c.cx() - half * 1.5, y2),
                    c.palette().light(),
                    0.8);
        }
        for (int side = -1; side <= 1; side += 2) {
            double x = c.cx() + side * c.r() * 0.14;
            c.glow(x, horizon + c.r() * 0.12, c.r() * 0.6, c.palette().light(), 0.9);
            c.fill(
                    Canvas.circle(x, horizon + c.r() * 0.12, c.r() * 0.045),
                    c.palette().light());
        }
    }

    static void flames(Canvas c) {
        c.glow(c.cx(), c.h() * 0.85, c.h() * 0.75, c.palette().glow(), 0.7);
        for (int layer = 0; layer < 4; layer++) {
            var colour = Palette.mix(c.palette().top(), c.palette().light(), layer * 0.3);
            double height = c.h() * (0.62 - layer * 0.13);
            for (int i = 0; i < 7; i++) {
                double x = c.w() * (i + c.between(0.1, 0.9)) / 7;
                flame(c, x, c.h() * 0.92, height * c.between(0.55, 1), c.w() * 0.11, colour);
            }
        }
        for (int i = 0; i < 60; i++) {
            c.fill(
                    Canvas.circle(c.between(0, c.w()), c.between(0, c.h() * 0.8), c.between(0.3, 1)),
                    c.palette().light(),
                    c.between(0.2, 0.9));
        }
    }

    private static void flame(Canvas c, double x, double base, double height, double half, Color colour) {
        double lean = c.between(-half, half);
        var tongue = new Path2D.Double();
        tongue.moveTo(x + lean, base - height);
        tongue.curveTo(
                x + lean * 0.2 + half, base - height * 0.6, x + half * 1.5, base - height * 0.35, x + half, base);
        tongue.lineTo(x - half, base);
        tongue.curveTo(
                x - half * 1.5, base - height * 0.3, x - half * 0.3, base - height * 0.5, x + lean, base - height);
        c.shade(tongue, base - height, Palette.withAlpha(colour, 0.75), base, Palette.withAlpha(colour, 0.15));
    }
}
