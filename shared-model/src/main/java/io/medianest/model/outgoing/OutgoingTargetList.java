package io.medianest.model.outgoing;

import java.util.List;

/// All targets, by name.
public record OutgoingTargetList(List<OutgoingTarget> targets) {}
