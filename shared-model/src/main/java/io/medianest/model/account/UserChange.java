package io.medianest.model.account;

import org.jspecify.annotations.Nullable;

/// What an admin changes about somebody; absent means as it is.
///
/// @param status `active` or `suspended`
/// @param downloadsNeedApproval whether an admin has to say yes to each of their downloads
/// @param quotas in place of all earlier ones: what is left out in them is as for all again
public record UserChange(
        @Nullable Role role,
        @Nullable UserStatus status,
        @Nullable Boolean downloadsNeedApproval,
        @Nullable Quotas quotas) {}
