package io.medianest.desktop.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.medianest.model.api.ApiProblem;
import io.medianest.model.api.Envelope;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// HTTP with this program's habits: the credential, a limit on every wait, the envelope around every reply.
/// Thread-safe.
public final class HttpCalls implements PictureSource, AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final Duration WRITES_LIMIT = Duration.ofSeconds(10);
    private static final int MOST_WRITES = 64;
    private static final String BASE = "/api/v1/";

    private static final Logger LOG = LoggerFactory.getLogger(HttpCalls.class);

    private final ServerConnection server;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_LIMIT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final JsonMapper json = Json.lenient();
    private final Semaphore running = new Semaphore(MOST_WRITES, true);
    private final RecentWrites writes = new RecentWrites(System::nanoTime);

    public HttpCalls(ServerConnection server) {
        this.server = server;
    }

    <T> T get(Address address, Class<T> type) {
        return get(address, type, ANSWER_LIMIT);
    }

    /// As [#get(Address, Class)], for what may take its time.
    <T> T get(Address address, Class<T> type, Duration limit) {
        return data(send(call("GET", address, BodyPublishers.noBody(), limit)), type);
    }

    <T> T post(Address address, Object body, Class<T> type) {
        return post(address, body, type, ANSWER_LIMIT);
    }

    /// As [#post(Address, Object, Class)], for what may take its time.
    <T> T post(Address address, Object body, Class<T> type, Duration limit) {
        return data(write(call("POST", address, written(body), limit)), type);
    }

    <T> T put(Address address, Object body, Class<T> type) {
        return data(write(call("PUT", address, written(body), ANSWER_LIMIT)), type);
    }

    <T> T patch(Address address, Object body, Class<T> type) {
        return data(write(call("PATCH", address, written(body), ANSWER_LIMIT)), type);
    }

    /// Writes what the server sends into a file, which takes the place of one of that name once it has all come.
    ///
    /// @param limit until the answer begins
    void save(Address address, Path target, Duration limit) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            var reply = http.send(
                    call("GET", address, BodyPublishers.noBody(), limit),
                    info -> info.statusCode() == 200
                            ? BodySubscribers.mapping(BodySubscribers.ofFile(part), _ -> new byte[0])
                            : BodySubscribers.ofByteArray());
            if (reply.statusCode() != 200) {
                envelope(reply, Object.class);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            throw ApiException.unwritable(target, e);
        } catch (IOException e) {
            throw ApiException.noAnswer(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.noAnswer(e);
        } finally {
            forget(part);
        }
    }

    private static void forget(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.warn("{} is left behind", part, e);
        }
    }

    /// For what is done and has nothing to show.
    void post(Address address, Object body) {
        envelope(send(call("POST", address, written(body), ANSWER_LIMIT)), Object.class);
    }

    void delete(Address address) {
        envelope(write(call("DELETE", address, BodyPublishers.noBody(), ANSWER_LIMIT)), Object.class);
    }

    /// For what the server shows once more as it was last.
    <T> T delete(Address address, Class<T> type) {
        return data(write(call("DELETE", address, BodyPublishers.noBody(), ANSWER_LIMIT)), type);
    }

    @Override
    public byte[] fetch(String address) {
        URI picture = server.address().resolve(address);
        var request = HttpRequest.newBuilder(picture).timeout(ANSWER_LIMIT);
        if (isOurs(picture)) {
            request.header("Authorization", "Bearer " + server.credential());
        }
        HttpResponse<byte[]> reply = send(request.build());
        if (reply.statusCode() != 200) {
            throw notOurEnvelope(reply.statusCode());
        }
        return reply.body();
    }

    boolean changedJustNow(String path) {
        return writes.touched(path);
    }

    /// The credential goes to the server alone, never to a stranger that a picture's address names.
    private boolean isOurs(URI picture) {
        return server.address().getAuthority().equals(picture.getAuthority());
    }

    /// What is being written has a few seconds to end; what is being read does not matter any more.
    @Override
    public void close() {
        try {
            if (!running.tryAcquire(MOST_WRITES, WRITES_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The window does not wait longer for what is being written");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }

    /// One that changes something.
    private HttpResponse<byte[]> write(HttpRequest request) {
        running.acquireUninterruptibly();
        try {
            return send(request);
        } finally {
            running.release();
        }
    }

    private HttpRequest call(String method, Address address, BodyPublisher body, Duration limit) {
        if (!method.equals("GET")) {
            writes.note(BASE + address.path());
        }
        var call = HttpRequest.newBuilder(server.address().resolve(BASE + address))
                .timeout(limit)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, body);
        if (!server.credential().isEmpty()) {
            call.header("Authorization", "Bearer " + server.credential());
        }
        return call.build();
    }

    private BodyPublisher written(Object body) {
        try {
            return BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw ApiException.unexpected(e);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw ApiException.noAnswer(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.noAnswer(e);
        }
    }

    private <T> T data(HttpResponse<byte[]> reply, Class<T> type) {
        T data = envelope(reply, type).data();
        if (data == null) {
            throw notOurEnvelope(reply.statusCode());
        }
        return data;
    }

    private <T> Envelope<T> envelope(HttpResponse<byte[]> reply, Class<T> type) {
        boolean good = reply.statusCode() / 100 == 2;
        Envelope<T> envelope = read(reply, good ? type : Object.class);
        ApiProblem problem = envelope.error();
        if (good && problem == null) {
            return envelope;
        }
        if (problem == null) {
            throw notOurEnvelope(reply.statusCode());
        }
        throw new ApiException(problem, reply.statusCode(), envelope.correlationId(), retryAfter(reply));
    }

    private <T> Envelope<T> read(HttpResponse<byte[]> reply, Class<?> type) {
        JavaType shape = json.getTypeFactory().constructParametricType(Envelope.class, type);
        try {
            return json.readValue(reply.body(), shape);
        } catch (IOException e) {
            throw ApiException.unexpected(e);
        }
    }

    private static ApiException notOurEnvelope(int status) {
        var problem = new ApiProblem(ErrorCode.UNKNOWN, "The server sent an answer that makes no sense", null);
        return new ApiException(problem, status, null, null);
    }

    private static @Nullable Duration retryAfter(HttpResponse<?> reply) {
        return reply.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }
}
