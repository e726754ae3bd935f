package io.medianest.server.library;

import io.medianest.model.media.TitleKey;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.cache.Cache;
import io.medianest.server.platform.cache.FileCache;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.http.WebhookSecret;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.platform.job.NewJob;
import io.medianest.server.platform.job.Schedule;
import io.medianest.server.plex.PlexClient;
import io.medianest.server.plex.PlexImages;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The library as a whole: what the rest of the program sees of this package.
public final class LibraryFeature {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryFeature.class);

    private final Database database;
    private final JobQueue jobs;
    private final Library library;
    private final LibraryTitles titles;
    private final LibraryPictures pictures;
    private final LibrarySync sync;

    public LibraryFeature(
            PlexClient plex,
            Database database,
            JobQueue jobs,
            Cache cache,
            PictureSource pictureSource,
            Household household,
            Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.library = new Library(plex, database, cache, household.plexUsers(), clock);
        this.titles = new LibraryTitles(plex, library, cache, clock);
        this.pictures = new LibraryPictures(pictureSource.images(), pictureSource.files(), database);
        this.sync = new LibrarySync(plex, database, new Forgetting(titles, household.listener()), this::forget, clock);
        jobs.register(new SyncLibrary(sync, titles));
    }

    /// Where pictures come from, and where they are kept.
    public record PictureSource(PlexImages images, FileCache files) {}

    /// What this feature needs of the others.
    ///
    /// @param plexUsers how many people of the household have signed in with Plex
    /// @param listener told of titles that come and go
    public record Household(IntSupplier plexUsers, LibraryListener listener) {}

    public Library library() {
        return library;
    }

    /// @param webhookSecret what Plex shows with its webhooks; null refuses them
    public List<Routes> routes(Supplier<@Nullable Secret> webhookSecret) {
        return List.of(
                new LibraryRoutes(library, titles, pictures),
                new PlexWebhookRoutes(new WebhookSecret(webhookSecret, "plex.webhook-secret"), this::announced));
    }

    /// Begins to follow the library.
    public void start(Schedule schedule, Supplier<Duration> interval) {
        schedule.every("library sync", interval, sync::sync);
    }

    /// Has the library looked over out of turn.
    public void syncSoon() {
        add(SyncLibrary.everything());
    }

    /// What another server has said is nothing of this one.
    private void forget() {
        library.forget();
        titles.forget();
    }

    /// Forgets what was listed before anybody else hears of a change.
    private record Forgetting(LibraryTitles titles, LibraryListener listener) implements LibraryListener {
        @Override
        public void changed(LibraryChanged change) {
            titles.forget();
            listener.changed(change);
        }

        @Override
        public void gone(Tx tx, Set<TitleKey> keys) {
            tx.afterCommit(titles::forget);
            listener.gone(tx, keys);
        }
    }

    /// Plex tells of all servers of the account; only one of them is the household's.
    /// Which Plex server the library is of; empty before it was asked for the first time.
    public Optional<String> machineIdentifier() {
        return database.store(LibraryStore.class).machineIdentifier();
    }

    private void announced(@Nullable String machineIdentifier, @Nullable String sectionKey) {
        var ours = database.store(LibraryStore.class).machineIdentifier();
        if (machineIdentifier != null
                && ours.filter(own -> !own.equals(machineIdentifier)).isPresent()) {
            LOG.debug("another Plex server has something new");
            return;
        }
        add(sectionKey == null ? SyncLibrary.everything() : SyncLibrary.section(sectionKey));
    }

    private void add(NewJob job) {
        database.run(tx -> jobs.add(tx, job));
    }
}
