package io.medianest.model.account;

import java.util.List;

/// All tokens, the newest first; without their secrets.
public record ApiTokenList(List<ApiToken> tokens) {}
