package io.medianest.desktop;

import io.medianest.model.media.MediaItem;
import io.medianest.model.media.MediaType;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.Quality;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Requests to try things with.
public final class SampleRequests {
    private static final List<MediaItem> TITLES = FakeTitles.all();

    private SampleRequests() {}

    /// Asked for by the owner; the higher the number, the longer ago.
    public static MediaRequest request(int number, RequestStatus status, RequestStage stage) {
        return by("usr_1", "You", number, status, stage);
    }

    /// Waits for a decision.
    public static MediaRequest pending(int number) {
        return request(number, RequestStatus.PENDING, RequestStage.QUEUED);
    }

    public static MediaRequest by(
            String userId, String username, int number, RequestStatus status, RequestStage stage) {
        MediaItem title = TITLES.get(number % TITLES.size());
        return new MediaRequest(
                "r" + number,
                title.id(),
                title.type(),
                title.title(),
                title.year(),
                title.poster(),
                status,
                stage,
                Quality.FULL_HD,
                null,
                title.type() == MediaType.TV ? List.of(1, 2) : null,
                userId,
                username,
                null,
                null,
                null,
                FakeApi.NOW.minus(Duration.ofMinutes(10L * number)),
                FakeApi.NOW.minus(Duration.ofMinutes(10L * number)),
                1);
    }

    /// The same, one version later, with words and numbers that come with a step.
    public static MediaRequest with(
            MediaRequest before, @Nullable Integer progress, @Nullable String reason, @Nullable String comment) {
        return new MediaRequest(
                before.id(),
                before.tmdbId(),
                before.mediaType(),
                before.title(),
                before.year(),
                before.poster(),
                before.status(),
                before.stage(),
                before.quality(),
                comment,
                before.seasons(),
                before.userId(),
                before.username(),
                before.overseerrId(),
                progress,
                reason,
                before.createdAt(),
                before.updatedAt(),
                before.version() + 1);
    }
}
