package io.medianest.model.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who is signed in, and until when if nothing is done meanwhile.
///
/// @param expiresAt absent for the program's own window and for API tokens without an end
public record SessionInfo(User user, @Nullable Instant expiresAt) {}
