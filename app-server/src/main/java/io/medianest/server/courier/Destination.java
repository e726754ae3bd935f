package io.medianest.server.courier;

import io.medianest.model.outgoing.OutgoingKind;
import io.medianest.server.platform.Secret;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a message goes.
///
/// @param address of the webhook, the topic, the server
/// @param secret the key, where it is not in the address: a token, what messages are signed with, a password
/// @param username at a mail server
/// @param sender of mails
/// @param recipients of mails
public record Destination(
        OutgoingKind kind,
        URI address,
        @Nullable Secret secret,
        @Nullable String username,
        @Nullable String sender,
        List<String> recipients) {
    /// Without the address, which may be a key.
    @Override
    public String toString() {
        return "Destination[%s]".formatted(kind);
    }
}
