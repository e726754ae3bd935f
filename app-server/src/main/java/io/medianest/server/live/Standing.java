package io.medianest.server.live;

import io.medianest.server.platform.security.Caller;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How long somebody may stay with what they came with. Asking is no use of it, and does not make it last.
@FunctionalInterface
public interface Standing {
    /// @param bearer as it was shown
    /// @return when it ends if it is not used meanwhile; empty for what has no end
    Optional<Instant> endOf(Caller caller, @Nullable String bearer);
}
