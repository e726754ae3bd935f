package io.medianest.model.notification;

import java.util.List;

/// A person's newest notifications.
///
/// @param unreadCount of all that they have, whether listed or not
public record NotificationList(List<Notification> notifications, long unreadCount) {}
