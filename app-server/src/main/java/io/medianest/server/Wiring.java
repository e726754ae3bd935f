package io.medianest.server;

import io.medianest.model.account.Quotas;
import io.medianest.model.account.Role;
import io.medianest.model.account.UserStatistics;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.Json;
import io.medianest.model.download.Download;
import io.medianest.model.event.LiveState;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStatus;
import io.medianest.server.account.Account;
import io.medianest.server.account.AccountFeature;
import io.medianest.server.account.PlexTvAccounts;
import io.medianest.server.admin.AdminFeature;
import io.medianest.server.admin.Meters;
import io.medianest.server.admin.StatsSources;
import io.medianest.server.dashboard.DashboardFeature;
import io.medianest.server.dashboard.HealthRoutes;
import io.medianest.server.dashboard.PastCheck;
import io.medianest.server.dashboard.Statistics;
import io.medianest.server.dashboard.StatisticsRoutes;
import io.medianest.server.download.DiskSpace;
import io.medianest.server.download.DownloadFeature;
import io.medianest.server.download.DownloadPictures;
import io.medianest.server.download.DownloadSettings;
import io.medianest.server.download.Downloads;
import io.medianest.server.download.Messenger;
import io.medianest.server.download.ToolRoutes;
import io.medianest.server.download.YtDlpFetcher;
import io.medianest.server.incident.IncidentFeature;
import io.medianest.server.lan.LanFeature;
import io.medianest.server.library.LibraryFeature;
import io.medianest.server.live.LiveEvents;
import io.medianest.server.media.AvailabilityLookup;
import io.medianest.server.media.Catalogues;
import io.medianest.server.media.MediaCatalogue;
import io.medianest.server.media.MediaRoutes;
import io.medianest.server.media.Pictures;
import io.medianest.server.notification.NotificationFeature;
import io.medianest.server.openapi.OpenApiRoutes;
import io.medianest.server.platform.SteadyClock;
import io.medianest.server.platform.cache.FileCache;
import io.medianest.server.platform.cache.LocalCache;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Installation;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.event.LocalEventBus;
import io.medianest.server.platform.http.ApiRouting;
import io.medianest.server.platform.http.Arrivals;
import io.medianest.server.platform.http.Connections;
import io.medianest.server.platform.http.ErrorKind;
import io.medianest.server.platform.http.FrontDoor;
import io.medianest.server.platform.http.Gate;
import io.medianest.server.platform.http.Hosts;
import io.medianest.server.platform.http.Origins;
import io.medianest.server.platform.http.Patience;
import io.medianest.server.platform.http.RequestListener;
import io.medianest.server.platform.http.Shares;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.platform.job.Schedule;
import io.medianest.server.platform.network.OwnAddresses;
import io.medianest.server.platform.node.Nodes;
import io.medianest.server.platform.observe.ErrorRate;
import io.medianest.server.platform.observe.Metrics;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.platform.resilience.Guards;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.security.KeyFile;
import io.medianest.server.platform.security.MasterKey;
import io.medianest.server.platform.security.RateLimits;
import io.medianest.server.platform.security.SecretBox;
import io.medianest.server.platform.socketio.SocketIoConfig;
import io.medianest.server.platform.socketio.SocketIoServer;
import io.medianest.server.request.MediaRequests.Surroundings;
import io.medianest.server.request.OverseerrBackend;
import io.medianest.server.request.People;
import io.medianest.server.request.RequestFeature;
import io.medianest.server.settings.ServiceTests;
import io.medianest.server.settings.Setting;
import io.medianest.server.settings.SettingsFeature;
import io.medianest.server.web.WebRoutes;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The composition root: the only place that builds collaborators and lets features meet.
final class Wiring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    /// Ten times what a browser and a window hold; of an IPv6 network so much that as much is left to the others.
    private static final int CONNECTIONS_PER_ADDRESS = 250;

    private static final int CONNECTIONS_PER_NETWORK = 2_500;
    private static final long PICTURE_CACHE_BYTES = 512L * 1024 * 1024;
    private static final Duration LOOK_AT_CLIENTS = Duration.ofSeconds(1);
    private static final Duration FLUSH = Duration.ofMinutes(1);
    private static final Duration EXPIRY = Duration.ofMinutes(1);
    private static final Duration PRUNE = Duration.ofHours(6);

    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private volatile ServerConfig config;
    private final Clock clock;
    private final Ids ids = new Ids();
    private final SecureRandom random = new SecureRandom();

    // platform
    private final Database database;
    private final Nodes nodes;
    private final Together together;
    private final Schedule onOneServer;
    private final Schedule looking;
    private final Schedule schedule;
    private final LocalEventBus events;
    private final JobQueue jobs;
    private final LocalCache cache;
    private final RateLimits limits;
    private final MasterKey masterKey;
    private final Installation installation;
    private final Listening listening = new Listening();
    private final Beginnings beginnings = new Beginnings();
    private final SettingsFeature settings;
    private final Metrics metrics = new Metrics();
    private final ErrorRate errors;
    private final Meters meters = new Meters(metrics);
    private final AdminFeature admin;
    private final Guards guards;
    private final Patience patience = new Patience(Patience.USUAL);
    private final Arrivals arrivals;
    private final Connections connections;
    private final FrontDoor frontDoor;
    private final OwnAddresses ownAddresses;

    // outside systems
    private final OutsideSystems outside;

    // features
    private final RequestFeature requests;
    private final DownloadFeature downloads;
    private final LibraryFeature library;
    private final MediaCatalogue catalogue;
    private final Pictures pictures;
    private final FileCache pictureFiles;
    private final IncidentFeature incidents;
    private final DashboardFeature dashboard;
    private final AccountFeature people;
    private final NotificationFeature notifications;
    private final SocketIoServer socketIo;
    private final LiveEvents live;
    private final LanFeature lan;

    /// Builds everything and starts nothing; on failure closes what was opened.
    ///
    /// @throws ConfigException when the database or the key file cannot be used
    Wiring(ServerConfig given, Path directory, Clock clock) {
        this(given, directory, new ServerTime(clock, System::nanoTime), UnaryOperator.identity());
    }

    /// As the other one.
    ///
    /// @param pace makes of how much trouble with outside services is borne usually how much is borne here
    Wiring(ServerConfig given, Path directory, ServerTime time, UnaryOperator<GuardPolicy> pace) {
        this.clock = time.clock();
        this.errors = new ErrorRate(clock);
        try {
            database = closing(openDatabase(given.storage(), directory));
            nodes = new Nodes(database, ids.next("node"), new SteadyClock(clock.instant(), System::nanoTime));
            together = closing(Together.of(given.storage(), database, nodes, clock));
            schedule = new Schedule();
            events = new LocalEventBus(together.link());
            jobs = new JobQueue(database, nodes.self(), clock, JobQueue.Backoff.DEFAULT);
            cache = new LocalCache(clock, together.copies(), together.link());
            masterKey = openKey(directory);
            requireSameKey();
            var secrets = new SecretBox(masterKey, random);
            settings = new SettingsFeature(
                    given.given(),
                    database,
                    secrets,
                    given::with,
                    values -> listening.check(given.with(values).http()),
                    clock);
            config = given.with(settings.settings().atStart());
            limits = new RateLimits(together.counters(), config.limits(), this::quotas, clock);
            installation = new Installation(database);
            ownAddresses = OwnAddresses.ofThisMachine(clock);
            arrivals = new Arrivals(config.http().publicUrl(), config.http().trustedProxies());
            connections = new Connections(new Shares(
                    CONNECTIONS_PER_ADDRESS,
                    CONNECTIONS_PER_NETWORK,
                    peer -> peer.isLoopbackAddress() || arrivals.trusts(peer)));
            frontDoor = new FrontDoor(
                    new Hosts(ownAddresses, config.http().otherHosts()),
                    new Origins(config.http().pages()),
                    arrivals,
                    limits,
                    patience);
            var steady = new SteadyClock(clock.instant(), time.nanoTime());
            guards = new Guards(clock, steady, new WatchedCalls(meters.calls(), this::checkSoon, jobs::wake), pace);
            outside = closing(OutsideSystems.open(
                    () -> config.services(),
                    directory,
                    installation,
                    cache,
                    guards,
                    secrets,
                    this::plexMachine,
                    clock));
            guards.change(config.calls());

            pictureFiles = new FileCache(directory.resolve("cache/pictures"), PICTURE_CACHE_BYTES, clock);
            pictures = new Pictures(outside.tmdbImages(), pictureFiles);
            var household = new LibraryFeature.Household(this::plexUsers, new LibraryNews(this::requests));
            library = new LibraryFeature(
                    outside.plex(),
                    database,
                    jobs,
                    cache,
                    new LibraryFeature.PictureSource(outside.plexImages(), pictureFiles),
                    household,
                    clock);
            catalogue = new MediaCatalogue(
                    new Catalogues(outside.overseerr(), outside.tmdb()),
                    cache,
                    new AvailabilityLookup(library.library()::plexUrls, this::requestIds),
                    clock);
            var around = new Surroundings(catalogue::find, this::onShelf, new OverseerrBackend(outside.overseerr()));
            requests = new RequestFeature(database, jobs, events, limits, around, this::person, clock);
            incidents = new IncidentFeature(
                    database,
                    events,
                    new IncidentFeature.Surroundings(
                            new VitalSigns(
                                    database,
                                    jobs,
                                    guards,
                                    errors,
                                    this::isInMaintenance,
                                    this::isUnwatched,
                                    directory,
                                    () -> config.downloads().directory()),
                            new CarryIncidents(this::notifications),
                            () -> config.incidents(),
                            steady),
                    ids,
                    clock);
            var aroundDownloads = new Downloads.Surroundings(
                    new YtDlpFetcher(outside.ytDlp()),
                    new PlexVideos(outside.plex()),
                    this::tell,
                    this::downloadsNeedApproval,
                    DiskSpace.ofDisks(),
                    new DownloadPictures.Source(outside.videoPictures(), pictureFiles),
                    time.nanoTime());
            downloads =
                    new DownloadFeature(database, jobs, events, limits, aroundDownloads, this::downloadSettings, clock);
            dashboard = new DashboardFeature(
                    outside.probes(),
                    outside.uptimeKuma(),
                    new DashboardFeature.Platform(database, jobs, events),
                    incidents.incidents()::open,
                    clock,
                    System::nanoTime);

            people = closing(new AccountFeature(
                    database,
                    events,
                    masterKey,
                    new AccountFeature.Owner(System.getProperty("user.name", "Owner"), given.adminToken()),
                    new AccountFeature.Surroundings(
                            new PlexTvAccounts(outside.plexTv()), this::householdServer, this::statistics, this::page),
                    clock));
            var post =
                    new NotificationFeature.Post(jobs, outside.courier(), new SecretBox(masterKey, random), this::link);
            notifications =
                    new NotificationFeature(database, events, new Household(people.accounts()), post, ids, clock);
            events.witness(notifications.witness());
            events.witness(downloads.witness());
            var timers = new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("socket-timers").factory());
            timers.setRemoveOnCancelPolicy(true);
            closing(timers::shutdownNow);
            socketIo = new SocketIoServer(
                    SocketIoConfig.defaults(),
                    Json.strict(),
                    client -> frontDoor.admits(client.header("Host"), client.origin()),
                    body -> patience.listen(body::read),
                    client -> arrivals.client(client::header, client.remoteAddress()),
                    timers);
            live = closing(new LiveEvents(
                    socketIo.namespace("/"),
                    events,
                    people.credentials(),
                    this::liveState,
                    new ActionsByEvent(people.profiles(), notifications.notifications()),
                    people.credentials()::endOf,
                    clock));
            meters.showSockets(() -> socketIo.namespace("/").sockets().size());
            admin = new AdminFeature(
                    new AdminFeature.Parts(database, jobs, cache, guards, downloads.failed()),
                    metrics,
                    new StatsSources(
                            people.accounts()::countsByStatus,
                            requests::countsByStatus,
                            downloads.figures()::countsByStatus,
                            () -> downloads.figures().waiting(clock.instant())),
                    new AdminFeature.Directories(
                            directory, () -> config.downloads().directory()),
                    clock);
            people.listen(new LiveEnd(live));
            people.listen(new DownloadEnd(downloads));
            lan = closing(new LanFeature(
                    ownAddresses,
                    config.http().bound(),
                    config.http().publicUrl(),
                    () -> config.services().addresses(),
                    Version.current()));
            onOneServer = together.onOneServer(schedule);
            looking = together.whereNobodyTells(schedule);
            closing(nodes);
            closing(events);
            closing(jobs);
            closing(downloads);
            closing(schedule);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private static Database openDatabase(ServerConfig.Storage storage, Path directory) {
        try {
            return Database.open(storage.databaseOr(directory));
        } catch (RuntimeException e) {
            LOG.debug("the database cannot be opened", e);
            throw new ConfigException(storage.problem(directory, String.valueOf(e.getMessage())), e);
        }
    }

    private MasterKey openKey(Path directory) {
        try {
            return new KeyFile(directory).open(random);
        } catch (IllegalStateException e) {
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        }
    }

    /// Servers that share a database must be able to read what the others have sealed and signed.
    private void requireSameKey() {
        var print = masterKey.print();
        if (database.isShared()
                && !new Installation(database).keep("key", () -> print).equals(print)) {
            throw new ConfigException(
                    "The key file is not the one that this database was used with: put the %s of a server that uses it into the data directory"
                            .formatted(KeyFile.NAME));
        }
    }

    private <T extends AutoCloseable> T closing(T part) {
        toClose.push(part);
        return part;
    }

    private Set<TitleKey> onShelf(Collection<TitleKey> keys) {
        return library.library().plexUrls(keys).keySet();
    }

    private String page(int port) {
        return lan.address(port);
    }

    private Optional<String> plexMachine() {
        return library.machineIdentifier();
    }

    private int plexUsers() {
        return people.accounts().plexUsers();
    }

    private RequestFeature requests() {
        return requests;
    }

    private Map<TitleKey, String> requestIds(Collection<TitleKey> keys) {
        return requests.requests().requested(keys);
    }

    private People.Person person(String userId) {
        return people.accounts()
                .find(userId)
                .map(account -> new People.Person(account.plexId(), account.role() == Role.ADMIN))
                .orElseGet(() -> new People.Person(null, false));
    }

    private Quotas quotas(String userId) {
        return people.accounts().find(userId).map(Account::quotas).orElse(Quotas.NONE);
    }

    private NotificationFeature notifications() {
        return notifications;
    }

    /// Only the address that a proxy serves us under is one that others know wherever they are.
    private @Nullable String link(String path) {
        var publicUrl = config.http().publicUrl();
        return publicUrl == null ? null : publicUrl + path;
    }

    private boolean isInMaintenance(String service) {
        return dashboard.isInMaintenance(service);
    }

    private void checkSoon(String service) {
        dashboard.checkSoon(service);
    }

    private boolean isUnwatched(String service) {
        return dashboard.isUnwatched(service);
    }

    private boolean downloadsNeedApproval(String userId) {
        return people.accounts()
                .find(userId)
                .map(Account::downloadsNeedApproval)
                .orElse(true);
    }

    private void tell(Tx tx, Download download, Messenger.Place place) {
        switch (place) {
            case DISK -> notifications.downloaded(tx, download);
            case LIBRARY -> notifications.inLibrary(tx, download);
        }
    }

    private DownloadSettings downloadSettings() {
        var settings = config.downloads();
        return new DownloadSettings(
                settings.directory(),
                settings.concurrency(),
                settings.minFreeBytes(),
                settings.layout(),
                settings.extras(),
                settings.collections());
    }

    private Map<String, UserStatistics> statistics(Collection<String> userIds) {
        var statistics = new HashMap<>(requests.requests().statistics(userIds));
        downloads.downloads().completedBy(userIds).forEach((userId, count) -> {
            var asked = statistics.getOrDefault(userId, UserStatistics.NONE);
            statistics.put(userId, new UserStatistics(asked.totalRequests(), asked.approvedRequests(), count));
        });
        return statistics;
    }

    private LiveState liveState(Caller caller, long seq) {
        return new LiveState(
                people.accounts().user(caller.userId()),
                requests.requests().open(caller.isAdmin() ? null : caller.userId()),
                downloads.downloads().active(caller.isAdmin() ? null : caller.userId()),
                dashboard.board().services(),
                notifications.notifications().unread(caller.userId()),
                seq);
    }

    /// The settings as they are now.
    ServerConfig config() {
        return config;
    }

    private void apply(Map<Setting, String> values) {
        var before = config;
        config = before.with(values);
        limits.change(config.limits());
        guards.change(config.calls());
        config.services().changedSince(before.services()).forEach(this::beginAnew);
        if (!before.services().equals(config.services()) || !before.downloads().equals(config.downloads())) {
            downloads.lookAgain();
            schedule.anew();
            onOneServer.anew();
            looking.anew();
        }
    }

    /// What the old address said or failed to say is nothing of the new one. What other services have said may be all
    /// that is left of them.
    private void beginAnew(String service) {
        cache.clear(
                switch (service) {
                    case "overseerr", "tmdb" -> "catalogue";
                    default -> service;
                });
        cache.clear(service);
        guards.beginAnew(service);
        jobs.wake(service);
    }

    private ServiceTests serviceTests() {
        Map<String, ServiceTests.Trial> trials = new HashMap<>();
        outside.trials()
                .all()
                .forEach((name, trial) -> trials.put(
                        name, values -> trial.apply(config.with(values).services())));
        return new ServiceTests(trials, System::nanoTime);
    }

    /// The live connections. Whoever serves them closes them, before the web server.
    SocketIoServer socketIo() {
        return socketIo;
    }

    /// Those who are connected.
    Connections connections() {
        return connections;
    }

    /// How often people and addresses may ask.
    RateLimits limits() {
        return limits;
    }

    /// Who came through a proxy.
    Arrivals arrivals() {
        return arrivals;
    }

    /// What all requests pass first.
    FrontDoor frontDoor() {
        return frontDoor;
    }

    /// The routes of all features.
    ApiRouting routing(HealthRoutes.About about) {
        var routing = new ApiRouting(
                new Gate(people.credentials(), people.csrf(), limits, this::anonymousSearch),
                arrivals,
                patience,
                counted(meters.requests()));
        routing.add(new OpenApiRoutes(about.version(), routing::endpoints));
        people.routes().forEach(routing::add);
        admin.routes(about.version(), about.startedAt()).forEach(routing::add);
        requests.routes(() -> config.services().overseerrSecret()).forEach(routing::add);
        routing.add(downloads.routes()).add(new ToolRoutes(outside.ytDlp(), downloads::lookAgain));
        library.routes(() -> config.services().plexSecret()).forEach(routing::add);
        routing.add(incidents.routes());
        notifications.routes().forEach(routing::add);
        dashboard
                .routes(about, beginnings::problems, () -> config.services().kumaSecret())
                .forEach(routing::add);
        lan.routes().forEach(routing::add);
        return routing.add(new MediaRoutes(catalogue, pictures))
                .add(new WebRoutes())
                .add(new StatisticsRoutes(
                        new Statistics(new Figures(requests.figures(), downloads.figures(), library.library()), clock)))
                .add(settings.routes(serviceTests()));
    }

    private RequestListener counted(RequestListener meter) {
        return new RequestListener() {
            @Override
            public void failed(ErrorKind kind, ErrorCode code) {
                meter.failed(kind, code);
            }

            @Override
            public void answered(String method, String route, int status, long nanos) {
                meter.answered(method, route, status, nanos);
                errors.answered(status);
            }
        };
    }

    private Gate.AnonymousSearch anonymousSearch() {
        return config.http().anonymousSearch() ? Gate.AnonymousSearch.ALLOWED : Gate.AnonymousSearch.REFUSED;
    }

    private Optional<String> householdServer() {
        if (!outside.plex().isConfigured()) {
            return Optional.empty();
        }
        return Optional.of(outside.plex().machineIdentifier());
    }

    /// Begins what must stand before anybody is answered. To be called once.
    void open() {
        settings.settings().onChange(this::apply);
        live.start();
    }

    /// Takes over what was seen of the services before this server was there to see it.
    void remember(List<PastCheck> past) {
        dashboard.remember(past);
    }

    /// Begins to work: jobs, checks, syncs. The server answers already.
    ///
    /// @param port where it answers
    void start(int port) {
        listening.on(port);
        beginnings.begin("Copies of pictures", pictureFiles::start);
        together.start(jobs, onOneServer);
        schedule.every("signs of life", Nodes.BEAT, together::beat);
        beginnings.begin("Work in the background", jobs::start);
        var comebacks = new Comebacks(guards, jobs);
        closing(events.subscribeEverywhere("comebacks", published -> comebacks.heard(published.event())));
        closing(incidents);
        beginnings.begin("Incidents", () -> incidents.start(onOneServer));
        closing(dashboard);
        beginnings.begin(
                "Checks of services",
                () -> dashboard.start(looking, () -> config.services().kumaPollInterval()));
        beginnings.begin(
                "Following requests",
                () -> requests.start(onOneServer, () -> config.services().overseerrPollInterval()));
        beginnings.begin("Downloads", () -> downloads.start(schedule));
        beginnings.begin(
                "Looking at the library",
                () -> library.start(onOneServer, () -> config.services().plexSyncInterval()));
        closing(events.subscribe("library", published -> lookOnShelf(published.event())));
        if (config.http().announced()) {
            beginnings.begin("Being found on the network", () -> lan.announce(schedule, port));
        }
        schedule.every("patience with clients", LOOK_AT_CLIENTS, () -> {
            patience.look();
            connections.look();
        });
        schedule.every("flush of sessions", FLUSH, people::flush);
        schedule.every("end of unused live connections", EXPIRY, live::closeExpired);
        onOneServer.every("pruning", PRUNE, this::prune);
    }

    /// What Overseerr calls available is in Plex by now: no need to wait for the next look.
    private void lookOnShelf(ServerEvent event) {
        if (event instanceof ServerEvent.RequestChanged(MediaRequest request)
                && request.status() == RequestStatus.AVAILABLE
                && !library.library().has(request.key())) {
            library.syncSoon();
        }
    }

    private void prune() {
        jobs.prune();
        dashboard.board().prune();
        incidents.incidents().prune();
        notifications.notifications().prune();
    }

    String windowCredential() {
        return people.windowCredential().reveal();
    }

    /// Ends everything in the reverse order of its beginning.
    @Override
    public void close() {
        while (!toClose.isEmpty()) {
            var part = toClose.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not end well", part.getClass().getSimpleName(), e);
            }
        }
    }
}
