package io.medianest.server.demo;

import io.medianest.server.demo.art.Subject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A Plex Media Server with the household's library. Thread-safe.
final class PlexServerStandIn {
    static final String MACHINE = "5f0c1a7be2d94d0c8b6a3e21demo0001";
    static final String NAME = "Demo Plex";
    static final String VERSION = "1.43.0.10492-demo";
    private static final Pattern PICTURE = Pattern.compile(".*/library/metadata/(\\d{1,9})/(thumb|art)(/\\d+)?");

    private final DemoCatalogue catalogue;
    private final DemoLibrary library;
    private final PlexHomeVideos videos;
    private final Gallery gallery;
    private final Clock clock;
    private final PlexShapes shapes = new PlexShapes();
    private final Set<String> tokens =
            DemoPerson.HOUSEHOLD.stream().map(DemoPerson::serverToken).collect(Collectors.toUnmodifiableSet());

    PlexServerStandIn(
            DemoCatalogue catalogue, DemoLibrary library, PlexHomeVideos videos, Gallery gallery, Clock clock) {
        this.catalogue = catalogue;
        this.library = library;
        this.videos = videos;
        this.gallery = gallery;
        this.clock = clock;
    }

    /// Where Plex's own web program shows a title.
    static String webAddress(int ratingKey) {
        var key = URLEncoder.encode("/library/metadata/" + ratingKey, StandardCharsets.UTF_8);
        return "https://app.plex.tv/desktop#!/server/%s/details?key=%s".formatted(MACHINE, key);
    }

    RouteList routes() {
        return videos.addTo(new RouteList().guard(this::checkToken))
                .get("/identity", this::identity)
                .get("/", this::root)
                .get("/library/sections", this::sections)
                .get("/library/sections/all", this::sections)
                .get("/library/sections/{key}/all", this::all)
                .get("/library/sections/{key}/refresh", this::refresh)
                .get("/library/sections/{key}/recentlyAdded", this::recentlyAddedIn)
                .get("/library/recentlyAdded", this::recentlyAdded)
                .get("/library/metadata/{id}", this::metadata)
                .get("/library/metadata/{id}/children", this::children)
                .get("/library/metadata/{id}/thumb/{version}", call -> picture(call, call.path()))
                .get("/library/metadata/{id}/art/{version}", call -> picture(call, call.path()))
                .get("/hubs/search", this::search)
                .get(
                        "/photo/:/transcode",
                        call -> picture(call, call.query("url").orElse("")))
                .otherwise(call -> PlexReply.page(404, "Not Found"));
    }

    private Optional<Reply> checkToken(Call call) {
        var token = call.header("X-Plex-Token").or(() -> call.query("X-Plex-Token"));
        boolean known = token.filter(tokens::contains).isPresent();
        return known || call.path().equals("/identity")
                ? Optional.empty()
                : Optional.of(PlexReply.page(401, "Unauthorized"));
    }

    private Reply identity(Call call) {
        return PlexReply.container(
                call,
                Fields.of("size", 0)
                        .with("claimed", true)
                        .with("machineIdentifier", MACHINE)
                        .with("version", VERSION));
    }

    private Reply root(Call call) {
        return PlexReply.container(
                call,
                Fields.of("size", 0)
                        .with("friendlyName", NAME)
                        .with("machineIdentifier", MACHINE)
                        .with("version", VERSION)
                        .with("platform", "Linux")
                        .with("platformVersion", "12 (demo)")
                        .with("myPlex", true)
                        .with("myPlexUsername", DemoPerson.OWNER.name())
                        .with("transcoderActiveVideoSessions", 0));
    }

    private Reply sections(Call call) {
        var directories = Stream.concat(
                        Arrays.stream(PlexSection.values()).map(this::directory), videos.library().stream())
                .toList();
        return PlexReply.container(
                call,
                Fields.of("size", directories.size())
                        .with("allowSync", false)
                        .with("title1", "Plex Library")
                        .with("Directory", directories));
    }

    private Fields directory(PlexSection section) {
        var latest = library.holdings(section.mediaType()).stream()
                .mapToLong(holding -> holding.addedAt().getEpochSecond())
                .max()
                .orElse(0);
        boolean films = section == PlexSection.FILMS;
        return Fields.of("key", Integer.toString(section.key()))
                .with("type", section.plexType())
                .with("title", section.title())
                .with("agent", films ? "tv.plex.agents.movie" : "tv.plex.agents.series")
                .with("scanner", films ? "Plex Movie" : "Plex TV Series")
                .with("language", "en-GB")
                .with("uuid", "demo-section-" + section.key())
                .with("updatedAt", latest)
                .with("scannedAt", clock.instant().getEpochSecond())
                .with("Location", List.of(Fields.of("id", section.key()).with("path", "/media/" + section.title())));
    }

    private Reply all(Call call) {
        var section = section(call);
        return new PlexListing(call).container(items(section, call.queryNumber("type", 0)), section);
    }

    private List<Fields> items(PlexSection section, int type) {
        var holdings = library.holdings(section.mediaType());
        return switch (type) {
            case 3 ->
                holdings.stream()
                        .flatMap(holding -> shapes.seasons(holding).stream())
                        .toList();
            case 4 ->
                holdings.stream()
                        .flatMap(holding -> shapes.episodes(holding).stream())
                        .toList();
            default -> holdings.stream().map(shapes::title).toList();
        };
    }

    private Reply recentlyAddedIn(Call call) {
        var section = section(call);
        var recent = library.recentlyAdded().stream()
                .filter(holding -> PlexSection.of(holding.title()) == section)
                .map(shapes::title)
                .toList();
        return new PlexListing(call).container(recent, section);
    }

    private Reply recentlyAdded(Call call) {
        var recent = library.recentlyAdded().stream().map(shapes::title).toList();
        return new PlexListing(call).container(recent);
    }

    private Reply metadata(Call call) {
        return shapes.find(library, call.id("id"))
                .map(found -> PlexReply.container(call, Fields.of("size", 1).with("Metadata", List.of(found))))
                .orElseGet(() -> PlexReply.page(404, "Not Found"));
    }

    private Reply children(Call call) {
        return new PlexListing(call).container(shapes.children(library, call.id("id")));
    }

    private Reply search(Call call) {
        int limit = Math.clamp(call.queryNumber("limit", 3), 1, 100);
        int sectionId = call.queryNumber("sectionId", 0);
        var found = catalogue.search(call.query("query").orElse("")).stream()
                .flatMap(title -> library.find(title).stream())
                .toList();
        var hubs = Arrays.stream(PlexSection.values())
                .filter(section -> sectionId == 0 || sectionId == section.key())
                .map(section -> hub(
                        section,
                        found.stream()
                                .filter(holding -> PlexSection.of(holding.title()) == section)
                                .limit(limit)
                                .map(shapes::title)
                                .toList()))
                .toList();
        return PlexReply.container(call, Fields.of("size", hubs.size()).with("Hub", hubs));
    }

    private static Fields hub(PlexSection section, List<Fields> items) {
        return Fields.of("title", section.title())
                .with("type", section.plexType())
                .with("hubIdentifier", section.plexType())
                .with("size", items.size())
                .with("more", false)
                .with("Metadata", items);
    }

    private Reply refresh(Call call) {
        section(call);
        return Reply.empty(200);
    }

    private Reply picture(Call call, String path) {
        var wanted = PICTURE.matcher(path);
        if (!wanted.matches()) {
            return PlexReply.page(404, "Not Found");
        }
        var title = library.find(Integer.parseInt(wanted.group(1))).map(DemoLibrary.Holding::title);
        if (title.isEmpty()) {
            return PlexReply.page(404, "Not Found");
        }
        boolean poster = wanted.group(2).equals("thumb");
        Subject subject = poster
                ? Gallery.poster(title.get())
                : new Subject.Backdrop(title.get().title(), title.get().look());
        int width = call.queryNumber("width", poster ? 342 : 1280);
        return Reply.picture(gallery.picture(subject, width, poster ? width * 3 / 2 : width * 9 / 16));
    }

    private static PlexSection section(Call call) {
        return PlexSection.of(call.id("key")).orElseThrow(() -> new Refusal(PlexReply.page(404, "Not Found")));
    }
}
