package io.medianest.server.demo.art;

/// How a title's pictures are to look.
///
/// @param hue of its mood, in degrees on the OKLCH colour wheel
public record Look(Motif motif, int hue, Tone tone) {

    /// How much colour there is.
    public enum Tone {
        /// Nearly black and white.
        SILVER,
        /// A restrained colour.
        MUTED,
        /// A rich, dark colour with a golden light.
        WARM,
        /// As colourful as a dark picture may be.
        VIVID
    }
}
