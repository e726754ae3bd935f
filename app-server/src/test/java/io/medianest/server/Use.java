package io.medianest.server;

import io.medianest.server.TroubledHousehold.Service;
import io.medianest.server.testing.Wire.Answer;
import java.util.Set;

/// What people do with a household, and whom it takes.
enum Use {
    SEARCH(Answers.FAIL, Service.OVERSEERR, Service.TMDB),
    /// As somebody has searched before.
    SEARCH_AGAIN(Answers.FROM_COPY, Service.OVERSEERR, Service.TMDB),
    /// Of a title that nobody has come across, and that there is not.
    DETAILS(Answers.FAIL, Service.OVERSEERR, Service.TMDB),
    /// Of a title that is on the screen: what is shown of it there is known.
    DETAILS_SHOWN(Answers.FROM_COPY, Service.OVERSEERR, Service.TMDB),
    DETAILS_AGAIN(Answers.FROM_COPY, Service.OVERSEERR, Service.TMDB),
    /// Of a title that is on the screen.
    REQUEST(Answers.NEVERTHELESS),
    LIBRARY(Answers.FAIL, Service.PLEX),
    LIBRARY_AGAIN(Answers.FROM_COPY, Service.PLEX),
    STATUS(Answers.NEVERTHELESS),
    PREVIEW(Answers.FAIL, Service.YT_DLP),
    PREVIEW_AGAIN(Answers.FROM_COPY, Service.YT_DLP),
    DOWNLOAD(Answers.NEVERTHELESS);

    private static final String WATCH = "https://www.youtube.com/watch?v=";
    private static final String KNOWN_VIDEO = "fault-known";
    private static final Title NOBODY_KNOWS = new Title("movie", "999999999");

    private final Answers answers;

    @SuppressWarnings("ImmutableEnumChecker") // It is a copy that nobody can change.
    private final Set<Service> needs;

    Use(Answers answers, Service... needs) {
        this.answers = answers;
        this.needs = Set.of(needs);
    }

    /// What comes back while a service that it takes is ill.
    enum Answers {
        FAIL,
        FROM_COPY,
        NEVERTHELESS
    }

    /// What has not been asked for yet.
    ///
    /// @param known a title that has
    record Things(Title fresh, Title known, String video, String word) {}

    record Title(String type, String id) {}

    Answers answers() {
        return answers;
    }

    /// Whether an answer is what it is while all is well.
    boolean isUsual(Answer answer) {
        return this == DETAILS ? answer.status() == 404 : answer.status() == 200 || answer.status() == 201;
    }

    boolean takes(Service service) {
        return needs.contains(service);
    }

    Answer of(TroubledHousehold house, Things things) {
        return switch (this) {
            case SEARCH -> house.send("GET /api/v1/media/search?q=" + things.word);
            case SEARCH_AGAIN -> house.send("GET /api/v1/media/search?q=night");
            case DETAILS -> house.send(details(NOBODY_KNOWS));
            case DETAILS_SHOWN -> house.send(details(things.fresh));
            case DETAILS_AGAIN -> house.send(details(things.known));
            case REQUEST ->
                house.send(
                        "POST /api/v1/media/request",
                        "{\"tmdbId\":\"%s\",\"mediaType\":\"%s\"}".formatted(things.fresh.id, things.fresh.type));
            case LIBRARY -> house.send("GET /api/v1/plex/search?q=" + things.word);
            case LIBRARY_AGAIN -> house.send("GET /api/v1/plex/libraries");
            case STATUS -> house.send("GET /api/v1/dashboard/status");
            case PREVIEW -> house.send("GET /api/v1/youtube/metadata?url=" + WATCH + things.video);
            case PREVIEW_AGAIN -> house.send("GET /api/v1/youtube/metadata?url=" + WATCH + KNOWN_VIDEO);
            case DOWNLOAD ->
                house.send("POST /api/v1/youtube/download", "{\"url\":\"%s\"}".formatted(WATCH + things.video));
        };
    }

    private static String details(Title title) {
        return "GET /api/v1/media/%s/%s".formatted(title.type, title.id);
    }
}
