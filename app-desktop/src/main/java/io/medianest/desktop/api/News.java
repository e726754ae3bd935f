package io.medianest.desktop.api;

import io.medianest.model.event.LiveState;
import io.medianest.model.event.ServerEvent;
import org.jspecify.annotations.Nullable;

/// What came on the live line, read.
sealed interface News {
    /// The first state.
    record Began(LiveState state) implements News {}

    /// The state after a break.
    record Resumed(LiveState state) implements News {}

    /// @param seq its number; negative for what is not numbered
    /// @param event null for one that a newer server knows
    record Happened(long seq, @Nullable ServerEvent event) implements News {}

    /// Something that makes no sense here.
    record Illegible(String name) implements News {}
}
