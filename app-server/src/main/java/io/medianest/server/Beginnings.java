package io.medianest.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the features begin one by one, so that one that cannot keeps none of the others from it. Thread-safe.
final class Beginnings {
    private static final Logger LOG = LoggerFactory.getLogger(Beginnings.class);

    private final List<String> failed = new CopyOnWriteArrayList<>();

    /// @param feature how people know it, as the beginning of a sentence
    void begin(String feature, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("{} did not start; everything else goes on without", feature, e);
            failed.add(feature);
        }
    }

    /// What did not begin, in sentences for people.
    List<String> problems() {
        return failed.stream()
                .map(feature ->
                        feature + " did not start: the log says why. Start the program anew once that is mended")
                .toList();
    }
}
