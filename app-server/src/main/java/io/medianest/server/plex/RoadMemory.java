package io.medianest.server.plex;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which ways to the Plex server were found, for after a restart: plex.tv may be as far away then as the server's own
/// address. Forgets rather than fails: what is remembered is only a help. Thread-safe.
///
/// @param find what was kept under a name
/// @param replace keeps a text of at most 2,000 characters under a name
public record RoadMemory(Function<String, Optional<String>> find, BiConsumer<String, String> replace) {
    /// Remembers nothing.
    public static final RoadMemory NONE = new RoadMemory(name -> Optional.empty(), (name, text) -> {});

    private static final Logger LOG = LoggerFactory.getLogger(RoadMemory.class);
    private static final String TAKEN = "plex.road";
    private static final String NAMED = "plex.addresses";
    private static final int LONGEST = 2000;
    private static final String BETWEEN = " ";

    /// The way that was taken last.
    ///
    /// @param home the address that it stands in for
    record Taken(URI home, URI road, Instant since) {}

    /// The addresses of a server that plex.tv knows.
    record Named(String machine, List<URI> addresses, Instant at) {
        Named {
            addresses = List.copyOf(addresses);
        }
    }

    Optional<Taken> taken() {
        return read(TAKEN, words -> new Taken(URI.create(words[0]), URI.create(words[1]), Instant.parse(words[2])));
    }

    void keep(Taken taken) {
        keep(TAKEN, Stream.of(taken.home, taken.road, taken.since));
    }

    Optional<Named> named() {
        return read(
                NAMED,
                words -> new Named(
                        words[0], Stream.of(words).skip(2).map(URI::create).toList(), Instant.parse(words[1])));
    }

    void keep(Named named) {
        keep(NAMED, Stream.concat(Stream.of(named.machine, named.at), named.addresses.stream()));
    }

    private <T> Optional<T> read(String name, Function<String[], T> reader) {
        try {
            return find.apply(name).map(text -> reader.apply(text.split(BETWEEN)));
        } catch (RuntimeException e) {
            LOG.debug("{} cannot be read", name, e);
            return Optional.empty();
        }
    }

    private void keep(String name, Stream<?> words) {
        var text = words.map(Object::toString).collect(Collectors.joining(BETWEEN));
        try {
            if (text.length() <= LONGEST) {
                replace.accept(name, text);
            }
        } catch (RuntimeException e) {
            LOG.debug("{} cannot be kept", name, e);
        }
    }
}
