package io.medianest.model.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to what a person cares for.
///
/// @param title a few words, in the person's language
/// @param message a sentence, in the person's language
/// @param timestamp when it happened
/// @param actionUrl address of what it is about, relative to the server
public record Notification(
        String id,
        NotificationType type,
        String title,
        String message,
        Instant timestamp,
        boolean read,
        @Nullable String actionUrl) {}
