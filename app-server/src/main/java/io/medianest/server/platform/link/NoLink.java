package io.medianest.server.platform.link;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// For a server that is alone, and for those that nobody has linked.
///
/// @param isUp whether there is nobody to hear of
/// @param trouble what is wrong with having none
public record NoLink(boolean isUp, Supplier<Optional<String>> trouble) implements Link {
    public NoLink(boolean isUp) {
        this(isUp, Optional::empty);
    }

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
        return trouble.get();
    }
}
