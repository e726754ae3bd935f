package io.medianest.server;

import io.medianest.model.event.ServerEvent;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStatus;
import io.medianest.server.dashboard.HealthRoutes;
import io.medianest.server.dashboard.PastCheck;
import io.medianest.server.dashboard.Statistics;
import io.medianest.server.dashboard.StatisticsRoutes;
import io.medianest.server.download.ToolRoutes;
import io.medianest.server.media.MediaRoutes;
import io.medianest.server.openapi.OpenApiRoutes;
import io.medianest.server.platform.http.ApiRouting;
import io.medianest.server.platform.http.Gate;
import io.medianest.server.platform.node.Nodes;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.settings.ServiceTests;
import io.medianest.server.settings.Setting;
import io.medianest.server.settings.SettingsFeature;
import io.medianest.server.web.WebRoutes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The composition root: builds everything, has it begin, follow the settings, and end. What it builds on is
/// [Foundation], what lies before the features [Entrance]; [Features] are handed what they need, and meet in
/// [Crossings].
final class Wiring implements AutoCloseable {
    private static final Duration LOOK_AT_CLIENTS = Duration.ofSeconds(1);
    private static final Duration FLUSH = Duration.ofMinutes(1);
    private static final Duration EXPIRY = Duration.ofMinutes(1);
    private static final Duration PRUNE = Duration.ofHours(6);

    private final Endings endings = new Endings();
    private final Listening listening = new Listening();
    private final Beginnings beginnings = new Beginnings();
    private final Foundation foundation;
    private final SettingsFeature settings;
    private final Entrance entrance;
    private final Features features;
    private volatile ServerConfig config;

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
        try {
            foundation = Foundation.open(given.storage(), directory, time, endings);
            settings = new SettingsFeature(
                    given.given(),
                    foundation.database(),
                    foundation.secrets(),
                    given::with,
                    values -> listening.check(given.with(values).http()),
                    foundation.clock());
            config = given.with(settings.settings().atStart());
            var crossings = new Crossings(this::features);
            entrance = new Entrance(config, foundation, crossings::quotas, endings);
            features = Features.of(this::config, foundation, entrance, crossings, pace, endings);
            endings.add(foundation.nodes());
            endings.add(foundation.events());
            endings.add(foundation.jobs());
            endings.add(features.downloads());
            endings.add(foundation.schedule());
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private Features features() {
        return features;
    }

    /// The settings as they are now.
    ServerConfig config() {
        return config;
    }

    /// What everything that comes in passes.
    Entrance entrance() {
        return entrance;
    }

    /// The routes of all features.
    ApiRouting routing(HealthRoutes.About about) {
        var people = features.people();
        var requests = features.requests();
        var downloads = features.downloads();
        var library = features.library();
        var routing = entrance.routing(
                new Gate(people.credentials(), people.csrf(), entrance.limits(), this::anonymousSearch));
        routing.add(new OpenApiRoutes(about.version(), routing::endpoints));
        people.routes().forEach(routing::add);
        features.admin().routes(about.version(), about.startedAt()).forEach(routing::add);
        requests.routes(() -> config.services().overseerrSecret()).forEach(routing::add);
        routing.add(downloads.routes()).add(new ToolRoutes(features.outside().ytDlp(), downloads::lookAgain));
        library.routes(() -> config.services().plexSecret()).forEach(routing::add);
        routing.add(features.incidents().routes());
        features.notifications().routes().forEach(routing::add);
        features.dashboard()
                .routes(about, beginnings::problems, () -> config.services().kumaSecret())
                .forEach(routing::add);
        features.lan().routes().forEach(routing::add);
        var figures = new Figures(requests.figures(), downloads.figures(), library.library());
        return routing.add(new MediaRoutes(features.catalogue(), features.pictures()))
                .add(new WebRoutes())
                .add(new StatisticsRoutes(new Statistics(figures, foundation.clock())))
                .add(settings.routes(serviceTests()));
    }

    private Gate.AnonymousSearch anonymousSearch() {
        return config.http().anonymousSearch() ? Gate.AnonymousSearch.ALLOWED : Gate.AnonymousSearch.REFUSED;
    }

    private ServiceTests serviceTests() {
        Map<String, ServiceTests.Trial> trials = new HashMap<>();
        features.outside()
                .trials()
                .all()
                .forEach((name, trial) -> trials.put(
                        name, values -> trial.apply(config.with(values).services())));
        return new ServiceTests(trials, System::nanoTime);
    }

    private void apply(Map<Setting, String> values) {
        var before = config;
        config = before.with(values);
        entrance.limits().change(config.limits());
        features.guards().change(config.calls());
        config.services().changedSince(before.services()).forEach(this::beginAnew);
        if (!before.services().equals(config.services()) || !before.downloads().equals(config.downloads())) {
            features.downloads().lookAgain();
            foundation.schedule().anew();
            foundation.onOneServer().anew();
            foundation.looking().anew();
        }
    }

    /// What the old address said or failed to say is nothing of the new one. What other services have said may be all
    /// that is left of them.
    private void beginAnew(String service) {
        foundation
                .cache()
                .clear(
                        switch (service) {
                            case "overseerr", "tmdb" -> "catalogue";
                            default -> service;
                        });
        foundation.cache().clear(service);
        features.guards().beginAnew(service);
        foundation.jobs().wake(service);
    }

    /// Begins what must stand before anybody is answered. To be called once.
    void open() {
        settings.settings().onChange(this::apply);
        features.live().start();
    }

    /// Takes over what was seen of the services before this server was there to see it.
    void remember(List<PastCheck> past) {
        features.dashboard().remember(past);
    }

    /// Begins to work: jobs, checks, syncs. The server answers already.
    ///
    /// @param port where it answers
    void start(int port) {
        var jobs = foundation.jobs();
        var events = foundation.events();
        var schedule = foundation.schedule();
        var onOneServer = foundation.onOneServer();
        listening.on(port);
        beginnings.begin("Copies of pictures", features.pictureFiles()::start);
        foundation.together().start(jobs, onOneServer);
        schedule.every("signs of life", Nodes.BEAT, foundation.together()::beat);
        beginnings.begin("Work in the background", jobs::start);
        var comebacks = new Comebacks(features.guards(), jobs);
        endings.add(events.subscribeEverywhere("comebacks", published -> comebacks.heard(published.event())));
        endings.add(features.incidents());
        beginnings.begin("Incidents", () -> features.incidents().start(onOneServer));
        endings.add(features.dashboard());
        beginnings.begin(
                "Checks of services",
                () -> features.dashboard()
                        .start(foundation.looking(), () -> config.services().kumaPollInterval()));
        beginnings.begin(
                "Following requests",
                () -> features.requests()
                        .start(onOneServer, () -> config.services().overseerrPollInterval()));
        beginnings.begin("Downloads", () -> features.downloads().start(schedule));
        beginnings.begin(
                "Looking at the library",
                () -> features.library()
                        .start(onOneServer, () -> config.services().plexSyncInterval()));
        endings.add(events.subscribe("library", published -> lookOnShelf(published.event())));
        if (config.http().announced()) {
            beginnings.begin("Being found on the network", () -> features.lan().announce(schedule, port));
        }
        schedule.every("patience with clients", LOOK_AT_CLIENTS, entrance::look);
        schedule.every("flush of sessions", FLUSH, features.people()::flush);
        schedule.every("end of unused live connections", EXPIRY, features.live()::closeExpired);
        onOneServer.every("pruning", PRUNE, this::prune);
    }

    /// What Overseerr calls available is in Plex by now: no need to wait for the next look.
    private void lookOnShelf(ServerEvent event) {
        var library = features.library();
        if (event instanceof ServerEvent.RequestChanged(MediaRequest request)
                && request.status() == RequestStatus.AVAILABLE
                && !library.library().has(request.key())) {
            library.syncSoon();
        }
    }

    private void prune() {
        foundation.jobs().prune();
        features.dashboard().board().prune();
        features.incidents().incidents().prune();
        features.notifications().notifications().prune();
    }

    String windowCredential() {
        return features.people().windowCredential().reveal();
    }

    /// Ends everything in the reverse order of its beginning.
    @Override
    public void close() {
        endings.close();
    }
}
