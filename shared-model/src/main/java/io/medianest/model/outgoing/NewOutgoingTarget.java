package io.medianest.model.outgoing;

import io.medianest.model.notification.NotificationType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A target as somebody sets it up, or changes it: then what is absent stays, and so does an address or a secret with
/// [OutgoingTarget#HIDDEN] in it. An empty text takes a value away.
///
/// @param events what it is told; all when absent at first
/// @param language `en` when absent at first
/// @param enabled true when absent at first
public record NewOutgoingTarget(
        @Nullable String name,
        @Nullable OutgoingKind kind,
        @Nullable String address,
        @Nullable String secret,
        @Nullable String username,
        @Nullable String sender,
        @Nullable List<String> recipients,
        @Nullable List<NotificationType> events,
        @Nullable String language,
        @Nullable Boolean enabled) {}
