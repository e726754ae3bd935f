package io.medianest.server.demo.art;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.SplittableRandom;

/// Paints subjects at any size. Stateless, thread-safe.
public final class Painter {
    private static final Look.Tone[] PORTRAIT_TONES = {Look.Tone.MUTED, Look.Tone.WARM, Look.Tone.VIVID};

    /// A fresh picture of the subject.
    ///
    /// @param width in pixels
    /// @param height in pixels
    public BufferedImage paint(Subject subject, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g.setRenderingHint(RenderingHints.KEY_DITHERING, RenderingHints.VALUE_DITHER_ENABLE);
            paint(subject, g, width, height);
        } finally {
            g.dispose();
        }
        return image;
    }

    private static void paint(Subject subject, Graphics2D g, int width, int height) {
        var untouched = g.getTransform();
        switch (subject) {
            case Subject.Poster poster -> poster(poster, g, width, height);
            case Subject.Backdrop backdrop -> backdrop(backdrop, g, width, height);
            case Subject.Portrait portrait -> portrait(portrait, g, width, height);
        }
        g.setTransform(untouched);
        Grain.over(g, width, height);
    }

    private static void poster(Subject.Poster poster, Graphics2D g, int width, int height) {
        double w = 200;
        double h = w * height / width;
        g.scale(width / w, width / w);
        var palette = Palette.of(poster.look().hue(), poster.look().tone());
        var canvas = new Canvas(g, w, h, w * 0.5, h * 0.37, w * 0.3, palette, random(poster));
        sky(canvas);
        poster.look().motif().draw(canvas);
        g.setClip(null);
        vignette(canvas);
        scrim(canvas, h * 0.45);
        new Lettering(canvas).title(poster);
    }

    private static void backdrop(Subject.Backdrop backdrop, Graphics2D g, int width, int height) {
        double w = 320;
        double h = w * height / width;
        g.scale(width / w, width / w);
        var palette = Palette.of(backdrop.look().hue(), backdrop.look().tone());
        var canvas = new Canvas(g, w, h, w * 0.68, h * 0.42, h * 0.3, palette, random(backdrop));
        sky(canvas);
        backdrop.look().motif().draw(canvas);
        g.setClip(null);
        vignette(canvas);
    }

    private static void portrait(Subject.Portrait portrait, Graphics2D g, int width, int height) {
        double w = 200;
        double h = w * height / width;
        g.scale(width / w, width / w);
        var random = random(portrait);
        var tone = PORTRAIT_TONES[random.nextInt(PORTRAIT_TONES.length)];
        var palette = Palette.of(random.nextInt(360), tone);
        var canvas = new Canvas(g, w, h, w * 0.5, h * 0.45, w * 0.3, palette, random);
        sky(canvas);
        new Sitter(canvas).draw();
        vignette(canvas);
        scrim(canvas, h * 0.3);
        new Lettering(canvas).initials(portrait.name());
    }

    private static void sky(Canvas c) {
        c.g().setPaint(new LinearGradientPaint(
                0, 0, (float) (c.w() * 0.12), (float) c.h(), new float[] {0f, 0.5f, 1f}, new Color[] {
                    c.palette().top(), c.palette().middle(), c.palette().bottom()
                }));
        c.g().fill(Canvas.box(0, 0, c.w(), c.h()));
        c.glow(
                c.w() * c.between(0.55, 0.95),
                c.h() * c.between(-0.05, 0.12),
                c.w() * 0.85,
                c.palette().glow(),
                0.38);
        c.glow(c.w() * 0.05, c.h() * 0.8, c.w() * 0.7, c.palette().accent(), 0.12);
    }

    private static void vignette(Canvas c) {
        double reach = Math.hypot(c.w(), c.h()) * 0.62;
        c.g().setPaint(new RadialGradientPaint(
                (float) (c.w() / 2), (float) (c.h() * 0.42), (float) reach, new float[] {0.45f, 1f}, new Color[] {
                    Palette.withAlpha(c.palette().ink(), 0),
                    Palette.withAlpha(c.palette().ink(), 0.72)
                }));
        c.g().fill(Canvas.box(0, 0, c.w(), c.h()));
    }

    /// Darkens the lower part so that letters can be read on it.
    private static void scrim(Canvas c, double height) {
        c.g().setPaint(new LinearGradientPaint(
                0, (float) (c.h() - height), 0, (float) c.h(), new float[] {0f, 0.45f, 1f}, new Color[] {
                    Palette.withAlpha(c.palette().ink(), 0),
                    Palette.withAlpha(c.palette().ink(), 0.66),
                    Palette.withAlpha(c.palette().ink(), 0.97)
                }));
        c.g().fill(Canvas.box(0, c.h() - height, c.w(), height + 1));
    }

    private static SplittableRandom random(Subject subject) {
        return new SplittableRandom(subject.seed().toLowerCase(Locale.ROOT).hashCode() * 0xD1342543DE82EF95L);
    }
}
