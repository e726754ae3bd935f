package io.medianest.model.outgoing;

import io.medianest.model.notification.NotificationType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somewhere that notifications are sent to.
///
/// @param name as the keeper calls it
/// @param address of the webhook, the topic, the server; `smtp://host:587` or `smtps://host:465` for e-mail. Of
///     Discord and Slack only the host is shown, since the rest is the key
/// @param secret `••••` where one is set, else absent; never shown
/// @param username at the mail server
/// @param sender of e-mails
/// @param recipients of e-mails
/// @param events what it is told
/// @param language of what it is told, an IETF tag
/// @param lastSentAt when something arrived there last
/// @param lastFailedAt when something failed last
/// @param lastError why
public record OutgoingTarget(
        String id,
        String name,
        OutgoingKind kind,
        String address,
        @Nullable String secret,
        @Nullable String username,
        @Nullable String sender,
        @Nullable List<String> recipients,
        List<NotificationType> events,
        String language,
        boolean enabled,
        @Nullable Instant lastSentAt,
        @Nullable Instant lastFailedAt,
        @Nullable String lastError) {
    /// Stands for a secret that is set, and in a change for one that stays as it is.
    public static final String HIDDEN = "••••";
}
