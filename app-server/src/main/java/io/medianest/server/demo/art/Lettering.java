package io.medianest.server.demo.art;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Sets titles so that they fit: as large as they may be, in at most four lines. Not thread-safe.
final class Lettering {
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
    private static final Set<String> MODERN =
            Set.of("Science Fiction", "Sci-Fi & Fantasy", "Animation", "Documentary", "Crime", "Action & Adventure");
    private static final double MARGIN = 15;
    private static final double LARGEST = 30;
    private static final double SMALLEST = 9;
    private static final int MOST_LINES = 4;

    private final Canvas c;

    Lettering(Canvas canvas) {
        c = canvas;
    }

    void title(Subject.Poster poster) {
        boolean modern = poster.genres().stream().limit(2).anyMatch(MODERN::contains);
        var text = modern ? poster.title().toUpperCase(Locale.ROOT) : poster.title();
        var setting = fit(text, modern);
        double y = c.h() - 17;
        for (var line : setting.lines().reversed()) {
            draw(line, MARGIN, y, setting.font());
            y -= setting.leading();
        }
        credit(poster.credit(), y + setting.leading() - setting.font().getSize2D() * 0.95);
    }

    void initials(String name) {
        var initials = new StringBuilder();
        for (var word : name.split("[ .,]+", -1)) {
            if (!word.isEmpty() && Character.isLetter(word.codePointAt(0))) {
                initials.appendCodePoint(word.codePointAt(0));
            }
        }
        var font = font(Font.SERIF, 27, 0.12);
        var text = initials.length() > 2
                ? initials.charAt(0) + "" + initials.charAt(initials.length() - 1)
                : initials.toString();
        if (!text.isEmpty()) {
            draw(text, (c.w() - width(text, font)) / 2, c.h() - 20, font);
        }
    }

    private void credit(String credit, double y) {
        var font = font(Font.SANS_SERIF, 6.4, 0.2);
        var text = credit.toUpperCase(Locale.ROOT);
        while (width(text, font) > c.w() - 2 * MARGIN) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.isBlank()) {
            return;
        }
        c.fill(Canvas.box(MARGIN, y - 13.5, 18, 1.3), c.palette().glow(), 0.95);
        var shape = new TextLayout(text, font, MEASURE).getOutline(AffineTransform.getTranslateInstance(MARGIN, y - 4));
        c.fill(shape, c.palette().light(), 0.7);
    }

    private void draw(String text, double x, double y, Font font) {
        if (text.isEmpty()) {
            return;
        }
        var layout = new TextLayout(text, font, MEASURE);
        var shadow = layout.getOutline(AffineTransform.getTranslateInstance(x, y + 0.8));
        c.stroke(shadow, 2.4, c.palette().ink(), 0.35);
        var letters = layout.getOutline(AffineTransform.getTranslateInstance(x, y));
        c.shade(
                letters,
                y - font.getSize2D() * 0.75,
                c.palette().light(),
                y + font.getSize2D() * 0.15,
                Palette.mix(c.palette().light(), c.palette().glow(), 0.55));
    }

    private Setting fit(String text, boolean modern) {
        for (double size = LARGEST; size > SMALLEST; size -= 0.5) {
            var font = modern ? font(Font.SANS_SERIF, size * 0.86, 0.05) : font(Font.SERIF, size, -0.015);
            var lines = wrap(text, font);
            boolean fits = lines.size() <= (size > 20 ? 3 : MOST_LINES)
                    && lines.stream().allMatch(line -> width(line, font) <= c.w() - 2 * MARGIN);
            if (fits) {
                return new Setting(lines, font, font.getSize2D() * 1.14);
            }
        }
        var font = font(Font.SANS_SERIF, SMALLEST, 0);
        return new Setting(wrap(text, font).stream().limit(MOST_LINES + 2).toList(), font, SMALLEST * 1.15);
    }

    private List<String> wrap(String text, Font font) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, font) > c.w() - 2 * MARGIN) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private static double width(String text, Font font) {
        return text.isEmpty() ? 0 : new TextLayout(text, font, MEASURE).getAdvance();
    }

    private static Font font(String family, double size, double tracking) {
        return new Font(family, Font.BOLD, 1).deriveFont((float) size).deriveFont(Map.of(TextAttribute.TRACKING, (float)
                tracking));
    }

    private record Setting(List<String> lines, Font font, double leading) {}
}
