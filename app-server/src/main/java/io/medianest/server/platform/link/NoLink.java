package io.medianest.server.platform.link;

import java.util.Optional;
import java.util.function.Consumer;

/// For a server that is alone, and for those that nobody has linked.
///
/// @param isUp whether there is nobody to hear of
public record NoLink(boolean isUp) implements Link {
    @Override
    public void tell(String topic, String message) {}

    @Override
    public void tellAndAwait(String topic, String message) {}

    @Override
    public void on(String topic, Consumer<String> listener) {}

    @Override
    public void onGap(Runnable listener) {}

    @Override
    public boolean reachesSomebody() {
        return false;
    }

    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }
}
