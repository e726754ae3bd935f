package io.medianest.server.demo.art;

import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// An abstract sitter: head and shoulders against a round light.
final class Sitter {
    private final Canvas c;

    Sitter(Canvas canvas) {
        c = canvas;
    }

    void draw() {
        double x = c.cx() + c.between(-0.12, 0.12) * c.r();
        double y = c.cy();
        c.glow(x, y, c.r() * 2.3, c.palette().glow(), 0.7);
        c.stroke(Canvas.circle(x, y, c.r() * 1.35), 0.9, c.palette().light(), 0.35);
        c.stroke(Canvas.circle(x, y, c.r() * 1.5), 0.4, c.palette().light(), 0.25);
        var figure = body(x, y);
        figure.add(head(x, y));
        c.shade(
                figure,
                y - c.r(),
                Palette.mix(c.palette().middle(), c.palette().ink(), 0.35),
                c.h(),
                c.palette().ink());
        c.stroke(figure, 0.8, c.palette().light(), 0.35);
    }

    private Area head(double x, double y) {
        var head = new Area(new Ellipse2D.Double(x - c.r() * 0.46, y - c.r() * 0.72, c.r() * 0.92, c.r() * 1.2));
        double style = c.chance();
        if (style < 0.22) {
            head.add(new Area(new Ellipse2D.Double(x - c.r() * 0.95, y - c.r() * 0.5, c.r() * 1.9, c.r() * 0.22)));
            head.add(new Area(Canvas.box(x - c.r() * 0.48, y - c.r() * 1.02, c.r() * 0.96, c.r() * 0.65)));
        } else if (style < 0.45) {
            head.add(new Area(new Ellipse2D.Double(x - c.r() * 0.64, y - c.r() * 0.85, c.r() * 1.28, c.r() * 1.1)));
            head.add(new Area(new Ellipse2D.Double(x - c.r() * 0.66, y - c.r() * 0.35, c.r() * 0.5, c.r() * 1.0)));
            head.add(new Area(new Ellipse2D.Double(x + c.r() * 0.16, y - c.r() * 0.35, c.r() * 0.5, c.r() * 1.0)));
        } else {
            head.add(new Area(new Ellipse2D.Double(x - c.r() * 0.5, y - c.r() * 0.82, c.r() * 1.06, c.r() * 0.62)));
        }
        return head;
    }

    private Area body(double x, double y) {
        double base = c.h() + 4;
        var body = new Path2D.Double();
        body.moveTo(x - c.r() * 1.75, base);
        body.curveTo(
                x - c.r() * 1.6,
                y + c.r() * 1.1,
                x - c.r() * 0.75,
                y + c.r() * 0.95,
                x - c.r() * 0.24,
                y + c.r() * 0.7);
        body.lineTo(x - c.r() * 0.22, y);
        body.lineTo(x + c.r() * 0.22, y);
        body.lineTo(x + c.r() * 0.24, y + c.r() * 0.7);
        body.curveTo(x + c.r() * 0.75, y + c.r() * 0.95, x + c.r() * 1.6, y + c.r() * 1.1, x + c.r() * 1.75, base);
        body.closePath();
        return new Area(body);
    }
}
