package io.medianest.server.demo.art;

import java.awt.Color;

/// The colours of one picture, all derived from a hue; evenly light, since they are chosen in OKLCH.
///
/// @param top of the sky
/// @param middle of the sky
/// @param bottom of the sky
/// @param glow what shines
/// @param light the brightest spots and the lettering
/// @param ink silhouettes and shadows
/// @param accent a little of the opposite hue
record Palette(Color top, Color middle, Color bottom, Color glow, Color light, Color ink, Color accent) {

    static Palette of(int hue, Look.Tone tone) {
        double colour = switch (tone) {
            case SILVER -> 0.28;
            case MUTED -> 0.68;
            case WARM -> 0.9;
            case VIVID -> 1.15;
        };
        double warmth = tone == Look.Tone.WARM ? towards(hue, 75, 0.6) : hue + 28;
        return new Palette(
                oklch(0.43, 0.105 * colour, hue + 12),
                oklch(0.29, 0.085 * colour, hue),
                oklch(0.14, 0.045 * colour, hue - 18),
                oklch(0.74, 0.125 * colour, warmth),
                oklch(0.94, 0.045 * colour, warmth),
                oklch(0.095, 0.03 * colour, hue - 10),
                oklch(0.70, 0.13 * colour, hue + 165));
    }

    static Color withAlpha(Color colour, double alpha) {
        int opacity = (int) Math.round(Math.clamp(alpha, 0, 1) * 255);
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
    }

    static Color mix(Color one, Color other, double share) {
        return new Color(
                blend(one.getRed(), other.getRed(), share),
                blend(one.getGreen(), other.getGreen(), share),
                blend(one.getBlue(), other.getBlue(), share));
    }

    private static int blend(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    private static double towards(double hue, double target, double share) {
        double way = ((target - hue + 540) % 360) - 180;
        return hue + way * share;
    }

    private static Color oklch(double lightness, double chroma, double hue) {
        double a = chroma * Math.cos(Math.toRadians(hue));
        double b = chroma * Math.sin(Math.toRadians(hue));
        double l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        double m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        double s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        return new Color(
                channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    }

    private static float channel(double linear) {
        double gamma = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (float) Math.clamp(gamma, 0, 1);
    }
}
