package io.medianest.desktop.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.medianest.model.api.ApiProblem;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `{"version": "0.2.0", "url": "https://…", "notes": "…"}` from an address. Whoever answers there can only ever
/// make the window show a sentence and a link: size and time are bounded, and it has to be https, or this machine.
/// Thread-safe.
public final class HttpReleaseSource implements ReleaseSource, AutoCloseable {
    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_NOTES = 300;
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.+~-]{1,40}");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Duration limit;
    private final JsonMapper json = Json.lenient();
    private final HttpClient http;

    /// @param limit for the whole answer
    public HttpReleaseSource(Duration limit) {
        this.limit = limit;
        this.http = HttpClient.newBuilder()
                .connectTimeout(limit)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /// Whether an address may be asked: https, or this very machine.
    public static boolean isAcceptable(String address) {
        return acceptable(address) != null;
    }

    private static @Nullable URI acceptable(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            var uri = URI.create(address);
            String host = uri.getHost();
            boolean secure = "https".equalsIgnoreCase(uri.getScheme());
            boolean near = "http".equalsIgnoreCase(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(host));
            return host != null && (secure || near) ? uri : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    @Override
    public Release newest(String address) {
        URI uri = acceptable(address);
        if (uri == null) {
            throw refused("The address for news of versions must begin with https://");
        }
        HttpResponse<byte[]> reply = answer(HttpRequest.newBuilder(uri)
                .timeout(limit)
                .header("Accept", "application/json")
                .build());
        if (reply.statusCode() != 200) {
            throw refused("The address for news of versions answered with %d".formatted(reply.statusCode()));
        }
        if (acceptable(reply.uri().toString()) == null) {
            throw refused("The address for news of versions leads to one without https");
        }
        return checked(read(reply.body()));
    }

    /// The limit is for all of it: that of the request ends with the first byte.
    private HttpResponse<byte[]> answer(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> reply =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            return reply.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            reply.cancel(true);
            throw ApiException.noAnswer(new IOException("No news of versions from " + request.uri(), e));
        } catch (InterruptedException e) {
            reply.cancel(true);
            Thread.currentThread().interrupt();
            throw ApiException.noAnswer(e);
        }
    }

    private Release read(byte[] body) {
        try {
            return json.readValue(body, Release.class);
        } catch (JsonProcessingException e) {
            throw refused("The news of versions are no JSON with version and url");
        } catch (IOException e) {
            throw ApiException.unexpected(e);
        }
    }

    @SuppressWarnings("NullAway") // Jackson leaves null what the JSON lacks.
    private static Release checked(@Nullable Release said) {
        if (said == null
                || said.version() == null
                || !VERSION.matcher(said.version()).matches()) {
            throw refused("The news of versions name no version");
        }
        if (acceptable(said.url()) == null) {
            throw refused("The news of versions name no page that begins with https://");
        }
        String notes = said.notes();
        return notes == null || notes.length() <= LONGEST_NOTES
                ? said
                : new Release(said.version(), said.url(), notes.substring(0, LONGEST_NOTES) + "…");
    }

    private static ApiException refused(String why) {
        return new ApiException(new ApiProblem(ErrorCode.UNKNOWN, why, null), ApiException.NO_ANSWER, null, null);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
