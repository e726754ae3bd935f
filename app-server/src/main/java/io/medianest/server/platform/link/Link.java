package io.medianest.server.platform.link;

import java.util.Optional;
import java.util.function.Consumer;

/// How the servers that work on one database tell each other what they would have to ask it for otherwise. What is told
/// may be lost: whoever relies on it asks [#isUp()], and begins anew after a gap. Thread-safe.
public interface Link {
    /// Tells all others, or as many as can be reached. Never fails.
    void tell(String topic, String message);

    /// As [#tell], and returns when they have taken it; after a second at the latest.
    void tellAndAwait(String topic, String message);

    /// Has `listener` told what the others say, on a thread that must not be kept for long. Before the start only.
    void on(String topic, Consumer<String> listener);

    /// Has `listener` told when something may have been missed. Before the start only.
    void onGap(Runnable listener);

    /// Whether everything that the others say arrives here at the moment. Costs nothing.
    boolean isUp();

    /// Whether it is worth while to tell anything. Costs nothing.
    boolean reachesSomebody();

    /// What is wrong with it, in words that everybody may read; empty when it is as it was set up.
    Optional<String> problem();
}
