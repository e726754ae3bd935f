package io.medianest.model.outgoing;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// How a target is spoken to.
public enum OutgoingKind {
    /// A webhook of a Discord channel.
    @JsonProperty("discord")
    DISCORD("discord"),
    /// An incoming webhook of Slack, or of what speaks like it.
    @JsonProperty("slack")
    SLACK("slack"),
    /// A topic of an ntfy server.
    @JsonProperty("ntfy")
    NTFY("ntfy"),
    /// A Gotify server.
    @JsonProperty("gotify")
    GOTIFY("gotify"),
    /// Anything that takes JSON, signed where there is a secret.
    @JsonProperty("webhook")
    WEBHOOK("webhook"),
    /// Mailboxes, by an SMTP server.
    @JsonProperty("email")
    EMAIL("email"),
    /// Read by clients from newer servers only.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN("unknown");

    private final String wireName;

    OutgoingKind(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
