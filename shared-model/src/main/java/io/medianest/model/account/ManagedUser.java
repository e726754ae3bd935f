package io.medianest.model.account;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/// A person as admins see them: the fields of [User] and beside them `status` and `quotas`.
public record ManagedUser(@JsonUnwrapped User user, UserStatus status, Quotas quotas) {}
