package io.medianest.server.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// All stand-ins of the outside systems together. Thread-safe.
public final class DemoWorld implements AutoCloseable {
    private static final String STATUS_PAGE = "house";
    private static final String KEY = "demo-api-key";

    private final StandIns standIns;
    private final OverseerrWebhook webhook;
    private final PlexHomeVideos videos;
    private final Path ytDlp;
    private final URI control;

    private DemoWorld(StandIns standIns, OverseerrWebhook webhook, PlexHomeVideos videos, Path ytDlp, URI control) {
        this.standIns = standIns;
        this.webhook = webhook;
        this.videos = videos;
        this.ytDlp = ytDlp;
        this.control = control;
    }

    /// Starts all stand-ins on free ports of 127.0.0.1.
    ///
    /// @param directory for the yt-dlp script; made when missing
    public static DemoWorld start(DemoPace pace, Path directory) {
        var clock = Clock.tickMillis(ZoneOffset.UTC);
        var moods = new MoodSwitch(clock);
        var standIns = new StandIns(moods, pace.slowness());
        try {
            return populate(standIns, moods, pace, directory, clock);
        } catch (RuntimeException e) {
            standIns.close();
            throw e;
        }
    }

    private static DemoWorld populate(StandIns standIns, MoodSwitch moods, DemoPace pace, Path directory, Clock clock) {
        var catalogue = DemoCatalogue.read();
        var library = new DemoLibrary(catalogue, clock);
        var gallery = new Gallery(catalogue);

        var images = standIns.start(DemoService.TMDB_IMAGES, new TmdbImagesStandIn(gallery).routes());
        standIns.start(DemoService.TMDB, new TmdbStandIn(catalogue, KEY, images).routes());

        var videos = new PlexHomeVideos(clock);
        var plexServer = new PlexServerStandIn(catalogue, library, videos, gallery, clock);
        var plexUri = standIns.start(DemoService.PLEX, plexServer.routes());
        standIns.start(DemoService.PLEX_TV, new PlexTvStandIn(new PlexPins(clock), plexUri, clock).routes());

        var webhook = new OverseerrWebhook(images);
        standIns.onClose(webhook::close);
        var requests = new DemoRequests(library, pace, clock, timer(standIns), webhook::send);
        var shapes = new OverseerrShapes(catalogue, requests, library, clock, pace);
        var overseerr = new OverseerrStandIn(catalogue, requests, shapes, new OverseerrGate(KEY));
        standIns.start(DemoService.OVERSEERR, overseerr.routes());

        var kuma = new UptimeKumaStandIn(new KumaHistory(moods, clock), STATUS_PAGE, KEY);
        standIns.start(DemoService.UPTIME_KUMA, kuma.routes());

        var ytDlp = ytDlp(standIns, moods, pace, directory, images);
        var control = standIns.start(StandIn.steady("control page", new ControlPanel(moods).routes()));
        return new DemoWorld(standIns, webhook, videos, ytDlp, control);
    }

    private static ScheduledExecutorService timer(StandIns standIns) {
        var timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("demo-requests").factory());
        standIns.onClose(timer::shutdownNow);
        return timer;
    }

    private static Path ytDlp(StandIns standIns, MoodSwitch moods, DemoPace pace, Path directory, URI images) {
        var launcher = new YtDlpLauncher(directory);
        standIns.onClose(launcher::delete);
        moods.onChange((service, mood) -> {
            if (service == DemoService.YT_DLP) {
                launcher.setMood(mood);
            }
        });
        return launcher.write(pace.step(), images);
    }

    /// Has Plex make a library of a directory of videos.
    public void videosIn(Path directory) {
        videos.in(directory);
    }

    public URI plexTv() {
        return standIns.uri(DemoService.PLEX_TV);
    }

    /// The sign-in page: with `?clientID=…&code=…` behind it, opening it signs the demo's person in at once.
    public URI plexApp() {
        return standIns.uri(DemoService.PLEX_TV).resolve("/auth");
    }

    public URI plexServer() {
        return standIns.uri(DemoService.PLEX);
    }

    /// The owner's token of [#plexServer].
    public String plexToken() {
        return DemoPerson.OWNER.serverToken();
    }

    public URI overseerr() {
        return standIns.uri(DemoService.OVERSEERR);
    }

    public String overseerrApiKey() {
        return KEY;
    }

    /// With the version in it, as in TMDB's own address.
    public URI tmdb() {
        return standIns.uri(DemoService.TMDB).resolve("/3");
    }

    /// What a size and a picture's path are put behind.
    public URI tmdbImages() {
        return standIns.uri(DemoService.TMDB_IMAGES).resolve("/t/p");
    }

    public String tmdbApiKey() {
        return KEY;
    }

    public URI uptimeKuma() {
        return standIns.uri(DemoService.UPTIME_KUMA);
    }

    public String uptimeKumaStatusPage() {
        return STATUS_PAGE;
    }

    public String uptimeKumaApiKey() {
        return KEY;
    }

    /// A script that can be started in yt-dlp's place.
    public Path ytDlp() {
        return ytDlp;
    }

    /// Lets the Overseerr stand-in tell MediaNest of each change from now on.
    ///
    /// @param secret sent as the value of `Authorization`
    public void webhookTo(URI overseerrWebhookOfMediaNest, String secret) {
        webhook.to(overseerrWebhookOfMediaNest, secret);
    }

    /// The page that makes stand-ins slow, broken or silent.
    public URI control() {
        return control.resolve("/control");
    }

    /// Stops everything and removes the script; nothing of the household's doings is kept.
    @Override
    public void close() {
        standIns.close();
    }
}
