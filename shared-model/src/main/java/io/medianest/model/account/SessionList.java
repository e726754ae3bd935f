package io.medianest.model.account;

import java.util.List;

/// Where people are signed in, the last used first.
public record SessionList(List<ActiveSession> sessions) {}
