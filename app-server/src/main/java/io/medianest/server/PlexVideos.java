package io.medianest.server;

import io.medianest.server.download.HouseholdLibrary;
import io.medianest.server.plex.PlexClient;
import io.medianest.server.plex.PlexFolder;
import io.medianest.server.plex.PlexShelf;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Downloads in Plex, where it makes a library from the directory that they go to. It must call that directory as we
/// do:
/// what it sees under another path is none of its business.
record PlexVideos(PlexClient plex) implements HouseholdLibrary {
    @Override
    public void scan(Path file) {
        var directory = file.toAbsolutePath().getParent();
        if (directory != null && plex.isConfigured()) {
            var shelf = plex.shelf();
            libraries(shelf, List.of(file))
                    .keySet()
                    .forEach(library -> shelf.refresh(library.section(), directory.toString()));
        }
    }

    @Override
    public Found look(Collection<Path> files) {
        var there = new HashMap<Path, String>();
        var awaited = new HashSet<Path>();
        titles(files)
                .forEach((library, titles) -> titles.forEach((file, title) -> {
                    awaited.add(file);
                    if (!title.isEmpty()) {
                        there.put(file, title);
                    }
                }));
        awaited.removeAll(there.keySet());
        return new Found(there, awaited);
    }

    @Override
    public void collect(String name, List<Path> files) {
        titles(files).forEach((library, titles) -> {
            var keys = files.stream()
                    .map(titles::get)
                    .filter(Objects::nonNull)
                    .filter(title -> !title.isEmpty())
                    .toList();
            if (library.holdsVideos() && !keys.isEmpty()) {
                plex.shelf().collect(library, name, keys);
            }
        });
    }

    /// The titles that came of files, by library; empty where none has yet.
    private Map<PlexFolder, Map<Path, String>> titles(Collection<Path> files) {
        if (files.isEmpty() || !plex.isConfigured()) {
            return Map.of();
        }
        var shelf = plex.shelf();
        var titles = new LinkedHashMap<PlexFolder, Map<Path, String>>();
        libraries(shelf, files).forEach((library, inside) -> {
            var found =
                    shelf.find(library, inside.stream().map(PlexVideos::name).collect(Collectors.toSet()));
            titles.put(
                    library,
                    inside.stream()
                            .collect(Collectors.toMap(
                                    file -> file, file -> found.getOrDefault(name(file), ""), (one, _) -> one)));
        });
        return titles;
    }

    /// As Plex calls it, too.
    private static String name(Path file) {
        return file.toAbsolutePath().toString();
    }

    /// The libraries that files belong to, each by one of its directories.
    private static Map<PlexFolder, List<Path>> libraries(PlexShelf shelf, Collection<Path> files) {
        var libraries = new LinkedHashMap<PlexFolder, List<Path>>();
        for (var folder : shelf.folders()) {
            var inside = files.stream().filter(file -> holds(folder, file)).toList();
            if (!inside.isEmpty()) {
                libraries.put(folder, inside);
            }
        }
        return libraries;
    }

    private static boolean holds(PlexFolder folder, Path file) {
        try {
            return file.toAbsolutePath().startsWith(Path.of(folder.path()));
        } catch (InvalidPathException e) {
            return false; // A path on a machine of another kind.
        }
    }
}
