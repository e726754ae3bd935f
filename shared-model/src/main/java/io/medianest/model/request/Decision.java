package io.medianest.model.request;

import org.jspecify.annotations.Nullable;

/// What an admin says when approving, denying or retrying.
///
/// @param comment at most 500 characters
public record Decision(@Nullable String comment) {}
