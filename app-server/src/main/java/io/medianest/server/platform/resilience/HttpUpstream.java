package io.medianest.server.platform.resilience;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.medianest.model.api.Json;
import io.medianest.model.settings.ServiceProblem;
import io.medianest.server.platform.observe.Correlation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/// HTTP towards outside services: bounded in time and size, redirected only within the same host, and silent
/// about keys. Blocks; made for virtual threads. Thread-safe.
public final class HttpUpstream implements AutoCloseable {
    private static final long MAX_BODY_BYTES = 8_000_000;
    private static final int MAX_REDIRECTS = 3;

    private final Duration connectTimeout;
    private final Duration readTimeout;
    /// The library knows the time for connecting of all calls only, wherefore each such time has a client.
    private final Map<Duration, HttpClient> clients = new ConcurrentHashMap<>();

    private HttpUpstream(Duration connectTimeout, Duration readTimeout) {
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
    }

    /// Both hold for calls without a guard; a guard brings its own.
    ///
    /// @param readTimeout for a whole reply, from the first byte sent to the last received
    public static HttpUpstream open(Duration connectTimeout, Duration readTimeout) {
        return new HttpUpstream(connectTimeout, readTimeout);
    }

    private HttpClient client() {
        var rules = CallRules.current();
        var timeout = rules == null ? connectTimeout : rules.connectTimeout();
        var known = clients.get(timeout);
        return known != null ? known : clients.computeIfAbsent(timeout, this::open);
    }

    private HttpClient open(Duration timeout) {
        return HttpClient.newBuilder()
                .connectTimeout(timeout)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /// Sends a request and waits for the reply, of whatever status.
    ///
    /// @throws UpstreamFailure when none comes in time, or one that is too large or leads elsewhere
    public UpstreamReply send(UpstreamCall call) {
        var current = call;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            var reply = exchange(current);
            if (reply.status() < 300 || reply.status() > 399 || reply.status() == 304) {
                return reply;
            }
            current = current.to(sameHost(current, reply.header("Location")));
        }
        throw UpstreamFailure.refused("redirects in circles").meaning(ServiceProblem.REDIRECT);
    }

    private static URI sameHost(UpstreamCall call, @Nullable String location) {
        URI target;
        try {
            target = call.uri().resolve(Objects.requireNonNullElse(location, ""));
        } catch (IllegalArgumentException e) {
            throw UpstreamFailure.broken("redirects to an address that makes no sense", null);
        }
        boolean same = Objects.equals(target.getScheme(), call.uri().getScheme())
                && Objects.equals(target.getRawAuthority(), call.uri().getRawAuthority());
        if (!same || !"GET".equals(call.method())) {
            // The key in the headers is meant for this host alone.
            throw UpstreamFailure.refused("redirects to another address: enter that one in the settings")
                    .meaning(ServiceProblem.REDIRECT);
        }
        return target;
    }

    private UpstreamReply exchange(UpstreamCall call) {
        var reply =
                client().sendAsync(request(call), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BODY_BYTES));
        try {
            // Waiting here and not by the request's own timeout: that one ends with the headers, and a body that drips
            // would be read forever.
            HttpResponse<byte[]> response =
                    reply.get(Deadline.left(CallRules.readTimeout(readTimeout)).toMillis(), TimeUnit.MILLISECONDS);
            return new UpstreamReply(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException | CancellationException e) {
            reply.cancel(true);
            throw UpstreamFailure.timeout(e);
        } catch (InterruptedException e) {
            reply.cancel(true);
            Thread.currentThread().interrupt();
            throw UpstreamFailure.refused("was not waited for");
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static UpstreamFailure failure(@Nullable Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException e -> UpstreamFailure.timeout(e);
            case ConnectException e
            when e.getCause() instanceof UnresolvedAddressException ->
                UpstreamFailure.broken("cannot be reached: nobody knows the name in its address", e)
                        .meaning(ServiceProblem.NAME_UNKNOWN);
            case ConnectException e ->
                UpstreamFailure.broken("cannot be reached: nothing answers at its address and port", e)
                        .meaning(ServiceProblem.UNREACHABLE);
            case SSLHandshakeException e ->
                UpstreamFailure.broken("shows a certificate that is not trusted for its address", e)
                        .meaning(ServiceProblem.CERTIFICATE);
            case SSLException e ->
                UpstreamFailure.broken("does not speak https there: try http in its address", e)
                        .meaning(ServiceProblem.NO_TLS);
            case IOException e ->
                UpstreamFailure.broken("broke off the conversation", e).meaning(ServiceProblem.BROKEN_OFF);
            case null, default -> UpstreamFailure.broken("could not be asked", cause);
        };
    }

    private static HttpRequest request(UpstreamCall call) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", "application/json");
        headers.put("User-Agent", "MediaNest");
        headers.put(Correlation.HEADER, Correlation.current());
        if (call.body() != null) {
            headers.put("Content-Type", "application/json");
        }
        headers.putAll(call.headers());
        try {
            var request = HttpRequest.newBuilder(call.uri()).method(call.method(), publisher(call.body()));
            headers.forEach(request::header);
            return request.build();
        } catch (IllegalArgumentException e) {
            // Without the original: its text repeats the header, and with it the key.
            throw UpstreamFailure.refused("has a key or an address in the settings that cannot be sent");
        }
    }

    private static BodyPublisher publisher(@Nullable Object body) {
        if (body == null) {
            return BodyPublishers.noBody();
        }
        if (body instanceof byte[] bytes) {
            return BodyPublishers.ofByteArray(bytes);
        }
        try {
            return BodyPublishers.ofByteArray(Json.strict().writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + body.getClass(), e);
        }
    }

    /// Breaks off what is under way.
    @Override
    public void close() {
        clients.values().forEach(HttpClient::shutdownNow);
    }
}
