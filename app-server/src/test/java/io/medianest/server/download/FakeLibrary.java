package io.medianest.server.download;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A media server that sees what it is told to see. Thread-safe.
final class FakeLibrary implements HouseholdLibrary {
    final List<Path> scanned = new CopyOnWriteArrayList<>();
    /// The files that people can see in it.
    final Set<Path> seen = ConcurrentHashMap.newKeySet();
    /// What is in its collections, by name.
    final Map<String, List<Path>> collections = new ConcurrentHashMap<>();

    /// Whether it has the directory for downloads in a library.
    volatile boolean hasDirectory;

    volatile boolean isDown;

    @Override
    public void scan(Path file) {
        scanned.add(file);
    }

    @Override
    public Found look(Collection<Path> files) {
        if (isDown) {
            throw new MediaNestException(ErrorCode.SERVICE_UNAVAILABLE, "Plex does not answer", "plex");
        }
        if (!hasDirectory) {
            return Found.NOTHING;
        }
        var there = new HashMap<Path, String>();
        files.stream().filter(seen::contains).forEach(file -> there.put(file, "title of " + file));
        var awaited = new HashSet<>(files);
        awaited.removeAll(there.keySet());
        return new Found(there, awaited);
    }

    @Override
    public void collect(String name, List<Path> files) {
        collections.put(name, List.copyOf(files));
    }
}
