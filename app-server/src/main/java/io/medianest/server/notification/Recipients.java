package io.medianest.server.notification;

import io.medianest.server.platform.db.Tx;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Knows the people who can be told something. Whoever it finds stays as they are until the transaction ends, and is
/// told nothing else meanwhile.
public interface Recipients {
    Optional<Recipient> find(Tx tx, String userId);

    /// All active admins, always in the same order.
    List<Recipient> admins(Tx tx);

    /// In which language a person reads; null where they have not said.
    @Nullable String language(String userId);

    /// Somebody who can be told.
    ///
    /// @param wantsAny whether they want to be told anything
    /// @param language an IETF tag; null for the default
    record Recipient(
            String userId, boolean wantsAny, @Nullable String language) {}
}
