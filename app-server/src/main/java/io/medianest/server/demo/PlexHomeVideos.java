package io.medianest.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A library that a Plex server makes from a directory of videos, and the collections that are made of it. It is
/// there as soon as a video is in the directory, and shows what is new when it is told to look. Thread-safe.
final class PlexHomeVideos {
    private static final int KEY = 3;
    private static final String ROOT = "/library/sections/" + KEY;
    private static final int FIRST_NUMBER = 60_000;
    private static final Pattern VIDEO = Pattern.compile(".+\\.(mp4|mkv|webm)");

    private final Clock clock;
    private final AtomicInteger numbers = new AtomicInteger(FIRST_NUMBER);
    private final List<Video> videos = new CopyOnWriteArrayList<>();
    private final List<Collected> collections = new CopyOnWriteArrayList<>();
    private volatile @Nullable Path directory;

    PlexHomeVideos(Clock clock) {
        this.clock = clock;
    }

    private record Video(String ratingKey, Path file, long addedAt) {}

    private record Collected(String ratingKey, String title, List<String> content) {}

    /// Where the videos are.
    void in(Path videoDirectory) {
        directory = videoDirectory.toAbsolutePath();
    }

    /// The library as the server lists it, once there is anything in it.
    Optional<Fields> library() {
        var place = directory;
        if (place == null || files().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Fields.of("key", Integer.toString(KEY))
                .with("type", "movie")
                .with("title", "Videos")
                .with("agent", "tv.plex.agents.none")
                .with("scanner", "Plex Video Files")
                .with("language", "xn")
                .with("uuid", "demo-section-" + KEY)
                .with("updatedAt", clock.instant().getEpochSecond())
                .with("scannedAt", clock.instant().getEpochSecond())
                .with("Location", List.of(Fields.of("id", KEY).with("path", place.toString()))));
    }

    /// To be called before routes that would take the number of this library for one of theirs.
    RouteList addTo(RouteList routes) {
        return routes.get(ROOT + "/all", call -> new PlexListing(call).container(shapes(videos)))
                .get(ROOT + "/refresh", this::refresh)
                .get(ROOT + "/collections", this::list)
                .post("/library/collections", this::make)
                .get("/library/collections/{key}/children", this::content)
                .put("/library/collections/{key}/items", this::add);
    }

    private synchronized Reply refresh(Call call) {
        var known = videos.stream().map(Video::file).toList();
        var path = Path.of(call.query("path").orElse(""));
        files().stream()
                .filter(file -> file.startsWith(path) && !known.contains(file))
                .forEach(file ->
                        videos.add(new Video(number(), file, clock.instant().getEpochSecond())));
        return Reply.empty(200);
    }

    private String number() {
        return Integer.toString(numbers.incrementAndGet());
    }

    /// All that lies in the directory, but for what is hidden.
    private List<Path> files() {
        var place = directory;
        if (place == null || !Files.isDirectory(place)) {
            return List.of();
        }
        var search = new VideoSearch(place);
        try {
            Files.walkFileTree(place, search);
        } catch (IOException e) {
            throw new UncheckedIOException("The videos in %s cannot be looked at".formatted(place), e);
        }
        return search.found.stream().sorted().toList();
    }

    /// Looks for videos while others come and go. Hidden directories are not entered: programs work in them, and what
    /// goes away while somebody looks is no reason to miss what stays.
    private static final class VideoSearch extends SimpleFileVisitor<Path> {
        private final Path place;
        private final List<Path> found = new ArrayList<>();

        VideoSearch(Path place) {
            this.place = place;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
            return isHidden(entered) && !entered.equals(place)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isHidden(file) && VIDEO.matcher(file.getFileName().toString()).matches()) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path left, @Nullable IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }

    private static List<Fields> shapes(List<Video> some) {
        return some.stream()
                .map(video -> Fields.of("ratingKey", video.ratingKey())
                        .with("key", "/library/metadata/" + video.ratingKey())
                        .with("type", "movie")
                        .with("title", title(video.file()))
                        .with("addedAt", video.addedAt())
                        .with("updatedAt", video.addedAt())
                        .with("librarySectionID", KEY)
                        .with(
                                "Media",
                                List.of(Fields.of(
                                        "Part",
                                        List.of(Fields.of("file", video.file().toString()))))))
                .toList();
    }

    /// As a person would call it: without the uploader, the day and the video's id, which our file names have.
    private static String title(Path file) {
        return file.getFileName()
                .toString()
                .replaceFirst("\\.\\w+$", "")
                .replaceFirst("^.+ - s\\d{4}e\\d{4} - ", "")
                .replaceFirst(" \\[[\\w-]+]$", "");
    }

    private Reply list(Call call) {
        return new PlexListing(call)
                .container(collections.stream().map(PlexHomeVideos::shape).toList());
    }

    private static Fields shape(Collected collection) {
        return Fields.of("ratingKey", collection.ratingKey())
                .with("type", "collection")
                .with("title", collection.title())
                .with("childCount", collection.content().size());
    }

    private Reply make(Call call) {
        if (call.queryNumber("sectionId", 0) != KEY) {
            return PlexReply.page(400, "Bad Request");
        }
        var made = new Collected(number(), call.query("title").orElse(""), new CopyOnWriteArrayList<>(named(call)));
        collections.add(made);
        return new PlexListing(call).container(List.of(shape(made)));
    }

    private Reply add(Call call) {
        var collection = find(call);
        collection.content().addAll(named(call));
        return new PlexListing(call).container(List.of(shape(collection)));
    }

    private Reply content(Call call) {
        var content = find(call).content();
        return new PlexListing(call)
                .container(shapes(videos.stream()
                        .filter(video -> content.contains(video.ratingKey()))
                        .toList()));
    }

    private Collected find(Call call) {
        return collections.stream()
                .filter(collection -> collection.ratingKey().equals(call.param("key")))
                .findFirst()
                .orElseThrow(() -> new Refusal(PlexReply.page(404, "Not Found")));
    }

    /// The titles that an address such as `server://…/library/metadata/1,2` names.
    private static List<String> named(Call call) {
        var uri = call.query("uri").orElse("");
        return new ArrayList<>(
                Arrays.asList(uri.substring(uri.lastIndexOf('/') + 1).split(",", -1)));
    }
}
