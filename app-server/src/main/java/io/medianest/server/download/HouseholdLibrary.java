package io.medianest.server.download;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The household's media server, as far as files that have come matter to it. All methods throw
/// [io.medianest.server.platform.MediaNestException] when it cannot be asked now; it is tried again later.
public interface HouseholdLibrary {
    /// Has it look for a new file, where it has the directory in a library.
    void scan(Path file);

    /// How far files have come into it.
    Found look(Collection<Path> files);

    /// Puts what came of files into the collection of that name, which is made when there is none.
    void collect(String name, List<Path> files);

    /// What it knows of some files; those that are neither are none of its business.
    ///
    /// @param there what people can see in it, by file
    /// @param awaited what lies in a directory of a library, and is not seen yet
    record Found(Map<Path, String> there, Set<Path> awaited) {
        /// Where there is no media server.
        public static final Found NOTHING = new Found(Map.of(), Set.of());

        public Found {
            there = Map.copyOf(there);
            awaited = Set.copyOf(awaited);
        }
    }
}
