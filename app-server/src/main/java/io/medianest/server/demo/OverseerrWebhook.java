package io.medianest.server.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.medianest.model.api.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Overseerr's webhook agent with its default template: one POST a change, in order, never repeated. Thread-safe.
final class OverseerrWebhook implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OverseerrWebhook.class);
    private static final int LONGEST_QUEUE = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final URI images;
    private final ExecutorService sender = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(LONGEST_QUEUE),
            Thread.ofPlatform().daemon().name("demo-webhook").factory(),
            new ThreadPoolExecutor.DiscardOldestPolicy());
    private volatile @Nullable Receiver receiver;
    private volatile @Nullable HttpClient http;

    /// @param images where the stand-in of TMDB's image host listens
    OverseerrWebhook(URI images) {
        this.images = images;
    }

    /// @param secret sent as the value of `Authorization`
    synchronized void to(URI address, String secret) {
        if (http == null) {
            http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        }
        receiver = new Receiver(address, secret);
    }

    /// Queues the notification; does nothing while nobody is known to receive it.
    void send(String type, DemoRequest request) {
        var known = receiver;
        var client = http;
        if (known != null && client != null && !sender.isShutdown()) {
            var body = body(type, request);
            sender.execute(() -> post(client, known, body));
        }
    }

    @Override
    public synchronized void close() {
        sender.shutdownNow();
        var client = http;
        if (client != null) {
            client.shutdownNow();
        }
    }

    private static void post(HttpClient client, Receiver known, Fields body) {
        try {
            var post = HttpRequest.newBuilder(known.address())
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/json")
                    .header("Authorization", known.secret())
                    .POST(HttpRequest.BodyPublishers.ofString(Json.strict().writeValueAsString(body)))
                    .build();
            log.debug(
                    "Webhook answered {}",
                    client.send(post, BodyHandlers.discarding()).statusCode());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A webhook cannot be written", e);
        } catch (IOException e) {
            log.debug("Webhook was not received", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Fields body(String type, DemoRequest request) {
        var title = request.title();
        return Fields.of("notification_type", type)
                .with("event", event(type, title))
                .with("subject", title.subject())
                .with("message", title.overview())
                .with("image", images + "/t/p/w500" + title.posterPath())
                .with(
                        "media",
                        Fields.of("media_type", title.type().wireName())
                                .with("tmdbId", Integer.toString(title.tmdbId()))
                                .with("tvdbId", "")
                                .with("status", mediaStatus(request))
                                .with("status4k", "UNKNOWN"))
                .with(
                        "request",
                        Fields.of("request_id", Integer.toString(request.id()))
                                .with("requestedBy_email", request.requestedBy().email())
                                .with(
                                        "requestedBy_username",
                                        request.requestedBy().name())
                                .with("requestedBy_avatar", ""))
                .with("issue", null)
                .with("comment", null)
                .with("extra", extra(request));
    }

    private static List<Fields> extra(DemoRequest request) {
        if (request.seasons().isEmpty()) {
            return List.of();
        }
        var seasons = request.seasons().stream().map(Object::toString).collect(Collectors.joining(", "));
        return List.of(Fields.of("name", "Requested Seasons").with("value", seasons));
    }

    private static String mediaStatus(DemoRequest request) {
        return switch (request.stage()) {
            case PENDING -> "PENDING";
            case APPROVED, DOWNLOADING -> "PROCESSING";
            case AVAILABLE -> "AVAILABLE";
            case DECLINED -> "UNKNOWN";
        };
    }

    private static String event(String type, DemoTitle title) {
        var words = type.substring("MEDIA_".length()).toLowerCase(Locale.ROOT).split("_", -1);
        var what = title.isFilm() ? "Movie Request" : "Series Request";
        var how = String.join(
                " ",
                List.of(words).stream()
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .toList());
        return how.startsWith("Auto") ? what + " Automatically Approved" : what + " " + how;
    }

    private record Receiver(URI address, String secret) {}
}
