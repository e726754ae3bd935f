package io.medianest.server;

import io.medianest.server.account.AccountFeature;
import io.medianest.server.account.PlexTvAccounts;
import io.medianest.server.admin.AdminFeature;
import io.medianest.server.admin.StatsSources;
import io.medianest.server.dashboard.DashboardFeature;
import io.medianest.server.download.DiskSpace;
import io.medianest.server.download.DownloadFeature;
import io.medianest.server.download.DownloadPictures;
import io.medianest.server.download.Downloads;
import io.medianest.server.download.YtDlpFetcher;
import io.medianest.server.incident.IncidentFeature;
import io.medianest.server.lan.LanFeature;
import io.medianest.server.library.LibraryFeature;
import io.medianest.server.live.LiveEvents;
import io.medianest.server.media.AvailabilityLookup;
import io.medianest.server.media.Catalogues;
import io.medianest.server.media.MediaCatalogue;
import io.medianest.server.media.Pictures;
import io.medianest.server.notification.NotificationFeature;
import io.medianest.server.platform.SteadyClock;
import io.medianest.server.platform.cache.FileCache;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.platform.resilience.Guards;
import io.medianest.server.request.MediaRequests.Surroundings;
import io.medianest.server.request.OverseerrBackend;
import io.medianest.server.request.RequestFeature;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// All features and the clients of the outside systems. Each is handed those before it; what one wants of a later one
/// goes by [Crossings].
record Features(
        Guards guards,
        OutsideSystems outside,
        FileCache pictureFiles,
        Pictures pictures,
        LibraryFeature library,
        MediaCatalogue catalogue,
        RequestFeature requests,
        IncidentFeature incidents,
        DownloadFeature downloads,
        DashboardFeature dashboard,
        AccountFeature people,
        NotificationFeature notifications,
        LiveEvents live,
        AdminFeature admin,
        LanFeature lan) {
    private static final long PICTURE_CACHE_BYTES = 512L * 1024 * 1024;

    /// Builds all of them and starts none.
    ///
    /// @param config as it is now, whenever it is asked for
    /// @param crossings not used before all of them are there
    /// @param pace makes of how much trouble with outside services is borne usually how much is borne here
    /// @param endings get what must be closed
    static Features of(
            Supplier<ServerConfig> config,
            Foundation foundation,
            Entrance entrance,
            Crossings crossings,
            UnaryOperator<GuardPolicy> pace,
            Endings endings) {
        var clock = foundation.clock();
        var database = foundation.database();
        var jobs = foundation.jobs();
        var events = foundation.events();
        var cache = foundation.cache();
        var directory = foundation.directory();
        var limits = entrance.limits();
        var nanoTime = foundation.time().nanoTime();
        var steady = new SteadyClock(clock.instant(), nanoTime);

        var calls = new WatchedCalls(entrance.meters().calls(), crossings::checkSoon, jobs::wake);
        var guards = new Guards(clock, steady, calls, pace);
        var outside = endings.add(OutsideSystems.open(
                () -> config.get().services(),
                directory,
                foundation.installation(),
                cache,
                guards,
                foundation.secrets(),
                crossings::plexMachine,
                clock));
        guards.change(config.get().calls());

        var pictureFiles = new FileCache(directory.resolve("cache/pictures"), PICTURE_CACHE_BYTES, clock);
        var library = new LibraryFeature(
                outside.plex(),
                database,
                jobs,
                cache,
                new LibraryFeature.PictureSource(outside.plexImages(), pictureFiles),
                new LibraryFeature.Household(crossings::plexUsers, new LibraryNews(crossings::requests)),
                clock);
        var catalogue = new MediaCatalogue(
                new Catalogues(outside.overseerr(), outside.tmdb()),
                cache,
                new AvailabilityLookup(library.library()::plexUrls, crossings::requestIds),
                clock);
        var requests = new RequestFeature(
                database,
                jobs,
                events,
                limits,
                new Surroundings(
                        catalogue::find,
                        keys -> library.library().plexUrls(keys).keySet(),
                        new OverseerrBackend(outside.overseerr())),
                crossings::person,
                clock);
        var vitals = new VitalSigns(
                database,
                jobs,
                guards,
                entrance.errors(),
                crossings::isInMaintenance,
                crossings::isUnwatched,
                directory,
                () -> config.get().downloads().directory());
        var incidents = new IncidentFeature(
                database,
                events,
                new IncidentFeature.Surroundings(
                        vitals,
                        new CarryIncidents(crossings::notifications),
                        () -> config.get().incidents(),
                        steady),
                foundation.ids(),
                clock);
        var downloads = new DownloadFeature(
                database,
                jobs,
                events,
                limits,
                new Downloads.Surroundings(
                        new YtDlpFetcher(outside.ytDlp()),
                        new PlexVideos(outside.plex()),
                        crossings::tell,
                        crossings::downloadsNeedApproval,
                        DiskSpace.ofDisks(),
                        new DownloadPictures.Source(outside.videoPictures(), pictureFiles),
                        nanoTime),
                () -> config.get().downloads(),
                clock);
        var dashboard = new DashboardFeature(
                outside.probes(),
                outside.uptimeKuma(),
                new DashboardFeature.Platform(database, jobs, events),
                incidents.incidents()::open,
                clock,
                System::nanoTime);

        var people = endings.add(new AccountFeature(
                database,
                events,
                foundation.masterKey(),
                new AccountFeature.Owner(
                        System.getProperty("user.name", "Owner"), config.get().adminToken()),
                new AccountFeature.Surroundings(
                        new PlexTvAccounts(outside.plexTv()),
                        crossings::householdServer,
                        crossings::statistics,
                        crossings::page),
                clock));
        var notifications = new NotificationFeature(
                database,
                events,
                new Household(people.accounts()),
                new NotificationFeature.Post(
                        jobs,
                        outside.courier(),
                        foundation.secrets(),
                        path -> config.get().http().link(path)),
                foundation.ids(),
                clock);
        events.witness(notifications.witness());
        events.witness(downloads.witness());
        var live = endings.add(new LiveEvents(
                entrance.socketIo().namespace("/"),
                events,
                people.credentials(),
                crossings::liveState,
                new ActionsByEvent(people.profiles(), notifications.notifications()),
                people.credentials()::endOf,
                clock));
        people.listen(new LiveEnd(live));
        people.listen(new DownloadEnd(downloads));
        var admin = new AdminFeature(
                new AdminFeature.Parts(database, jobs, cache, guards, downloads.failed()),
                entrance.metrics(),
                new StatsSources(
                        people.accounts()::countsByStatus,
                        requests::countsByStatus,
                        downloads.figures()::countsByStatus,
                        () -> downloads.figures().waiting(clock.instant())),
                new AdminFeature.Directories(
                        directory, () -> config.get().downloads().directory()),
                clock);
        var lan = endings.add(new LanFeature(
                entrance.ownAddresses(),
                config.get().http().bound(),
                config.get().http().publicUrl(),
                () -> config.get().services().addresses(),
                Version.current()));
        return new Features(
                guards,
                outside,
                pictureFiles,
                new Pictures(outside.tmdbImages(), pictureFiles),
                library,
                catalogue,
                requests,
                incidents,
                downloads,
                dashboard,
                people,
                notifications,
                live,
                admin,
                lan);
    }
}
