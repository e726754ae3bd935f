package io.medianest.server.courier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something to be told.
///
/// @param id the same each time that it is sent, so that whoever gets it twice can tell
/// @param type of the news, for example `request-available`
/// @param title a few words
/// @param text a sentence or two
/// @param at when it happened
/// @param link what it is about, where this server has an address that others know
/// @param urgency how much it matters that it is read soon
public record Message(
        String id,
        String type,
        String title,
        String text,
        Instant at,
        @Nullable String link,
        Urgency urgency) {
    /// How much it matters that a message is read soon.
    public enum Urgency {
        USUAL,
        HIGH
    }
}
