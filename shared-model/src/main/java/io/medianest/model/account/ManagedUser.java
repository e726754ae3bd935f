package io.medianest.model.account;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/// A person as admins see them: the fields of [User] and beside them what admins decide.
///
/// @param downloadsNeedApproval whether an admin has to say yes to each of their downloads
public record ManagedUser(@JsonUnwrapped User user, UserStatus status, boolean downloadsNeedApproval, Quotas quotas) {}
