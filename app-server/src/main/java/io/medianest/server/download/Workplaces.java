package io.medianest.server.download;

import io.medianest.server.platform.db.Database;
import io.medianest.server.ytdlp.FetchException;
import io.medianest.server.ytdlp.FetchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows where each download is worked on: a download stays in the folder that it began in, though another
/// may be chosen for those that begin later. Thread-safe.
final class Workplaces {
    private static final Logger LOG = LoggerFactory.getLogger(Workplaces.class);

    private final Database database;
    private final SpaceGuard space;
    private final Supplier<DownloadSettings> settings;

    Workplaces(Database database, SpaceGuard space, Supplier<DownloadSettings> settings) {
        this.database = database;
        this.space = space;
        this.settings = settings;
    }

    /// Where a download that begins now is worked on: where it was begun as long as there is anything of
    /// it, else in the folder of today.
    ///
    /// @throws FetchException when the disk of that folder has gone: what is loaded all the same would fill another
    ///     one, and nobody would find it
    Workplace open(String id) {
        var before = of(id);
        if (before.exists()) {
            return before;
        }
        var today = new Workplace(settings.get().directory(), id);
        if (isEmpty(today.home()) && store().hasKnown(today.home().toString())) {
            throw new FetchException(FetchFailure.FOLDER_GONE);
        }
        store().settle(id, today.home().toString());
        return today;
    }

    private static boolean isEmpty(Path home) {
        try (Stream<Path> content = Files.list(home)) {
            return content.findAny().isEmpty();
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            // It is there, and whoever writes to it will hear what is the matter.
            LOG.debug("{} cannot be read", home, e);
            return false;
        }
    }

    /// Why nothing may be loaded into a folder that downloads began in, in a sentence for people.
    Optional<String> problem(Path home) {
        return space.problem(home);
    }

    Workplace of(String id) {
        return new Workplace(
                store().homeOf(id).map(Path::of).orElseGet(() -> settings.get().directory()), id);
    }

    /// Removes the unfinished files of one that was given up. Nothing where it was tried again meanwhile, which
    /// nobody can do while they are removed: they are the next attempt's then.
    void discard(String id, DownloadLedger ledger) {
        database.run(tx -> ledger.lock(tx, id)
                .filter(download -> !download.status().isOpen())
                .ifPresent(_ -> of(id).delete()));
    }

    /// As [#discard]; of many, most have not even begun.
    void discardAll(Collection<String> ids, DownloadLedger ledger) {
        of(ids).stream().map(Workplace::id).distinct().forEach(id -> discard(id, ledger));
    }

    /// Where there is anything of many.
    List<Workplace> of(Collection<String> ids) {
        var wanted = Set.copyOf(ids);
        return all().stream()
                .filter(workplace -> wanted.contains(workplace.id()))
                .toList();
    }

    /// All that there are, in any folder that was ever used.
    List<Workplace> all() {
        Set<Path> homes = new LinkedHashSet<>();
        homes.add(settings.get().directory());
        store().homes().forEach(home -> homes.add(Path.of(home)));
        return homes.stream().flatMap(home -> in(home).stream()).toList();
    }

    private static List<Workplace> in(Path home) {
        var directory = home.resolve(Workplace.INCOMPLETE);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(directory)) {
            return content.map(path -> new Workplace(home, String.valueOf(path.getFileName())))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} cannot be read", directory, e);
            return List.of();
        }
    }

    private DownloadStore store() {
        return database.store(DownloadStore.class);
    }
}
