package io.medianest.server.notification;

import io.medianest.model.notification.Notification;
import io.medianest.model.notification.NotificationType;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The words of notifications, from `words.properties` (English) and the bundles beside it. Thread-safe.
final class Words {
    private static final String BUNDLE = "io.medianest.server.notification.words";
    /// Not by way of the language of the machine that the server runs on.
    private static final ResourceBundle.Control NO_DETOUR =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Words() {}

    /// @param language an IETF tag; English for null and for languages without a bundle
    static Notification in(@Nullable String language, NotificationStore.Row row) {
        var locale = Locale.forLanguageTag(language == null ? "en" : language);
        var words = ResourceBundle.getBundle(BUNDLE, locale, NO_DETOUR);
        return new Notification(
                row.id(),
                typeOf(row),
                words.getString(row.type() + ".title"),
                message(words, locale, row),
                row.createdAt(),
                row.readAt() != null,
                row.actionUrl());
    }

    private static String message(ResourceBundle words, Locale locale, NotificationStore.Row row) {
        var key = row.type() + (row.detail() == null ? ".message" : ".reason");
        return new MessageFormat(words.getString(key), locale).format(new Object[] {row.subject(), row.detail()});
    }

    private static NotificationType typeOf(NotificationStore.Row row) {
        return Arrays.stream(NotificationType.values())
                .filter(type -> type.wireName().equals(row.type()))
                .findFirst()
                .orElse(NotificationType.UNKNOWN);
    }
}
