package io.medianest.model.notification;

/// How many notifications a person has not read.
public record UnreadCount(long unreadCount) {}
