package io.medianest.server.uptimekuma;

import io.medianest.model.settings.ServiceProblem;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.json.Fields;
import io.medianest.server.platform.resilience.Endpoint;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.resilience.UpstreamCall;
import io.medianest.server.platform.resilience.UpstreamFailure;
import io.medianest.server.platform.resilience.UpstreamReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Uptime Kuma. All methods throw `SERVICE_UNAVAILABLE`, `UPSTREAM_ERROR` or `UPSTREAM_TIMEOUT` when it cannot be
/// asked. Thread-safe.
public final class UptimeKumaClient {
    public static final GuardPolicy POLICY = GuardPolicy.of("uptime-kuma", "Uptime Kuma", 3, Duration.ofSeconds(30), 2);
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    public static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    private final Guard guard;
    private final HttpUpstream http;
    private final Supplier<ServiceSettings> settings;
    private final Supplier<@Nullable String> statusPage;

    /// @param settings asked at each call, so that a change works at once; the key is an API key, which opens the
    ///     metrics
    /// @param statusPage the slug of the household's status page; null where there is none
    public UptimeKumaClient(
            Guard guard, HttpUpstream http, Supplier<ServiceSettings> settings, Supplier<@Nullable String> statusPage) {
        this.guard = guard;
        this.http = http;
        this.settings = settings;
        this.statusPage = statusPage;
    }

    /// Asks once whether it is there.
    ///
    /// @return a few words about it
    public String check() {
        return guard.probe(() -> found(guard.endpoint(settings.get()).url()));
    }

    private String found(URI url) {
        var slug = statusPage.get();
        if (slug == null) {
            if (!http.send(UpstreamCall.get(url, "/api/entry-page")).okJson().has("type")) {
                throw UpstreamFailure.refused("is not what answers there: is the address in the settings right?")
                        .meaning(ServiceProblem.WRONG_SERVICE);
            }
            return "answers";
        }
        int monitors = page(url, slug).list("publicGroupList").stream()
                .mapToInt(group -> group.list("monitorList").size())
                .sum();
        return monitors == 1 ? "1 monitor" : monitors + " monitors";
    }

    /// As [#check], and that it takes the key where there is one.
    ///
    /// @return a few words about it
    public String tryOut() {
        return guard.callOnce(() -> {
            var endpoint = guard.endpoint(settings.get());
            var words = found(endpoint.url());
            var key = endpoint.key();
            if (key != null) {
                metrics(endpoint, key);
            }
            return words;
        });
    }

    /// Whether there is enough in the settings to learn from it how services are: a status page or an API key.
    public boolean isWatching() {
        var current = settings.get();
        return current.isConfigured() && (statusPage.get() != null || current.key() != null);
    }

    /// Asks once for everything: the status page where there is one, the metrics where there is a key.
    ///
    /// @param now to tell what is watched no more
    public KumaReport report(Instant now) {
        return guard.callOnce(() -> {
            var endpoint = guard.endpoint(settings.get());
            var slug = statusPage.get();
            var published = slug == null
                    ? new KumaReport(List.of(), List.of(), List.of())
                    : published(endpoint.url(), slug, now);
            var key = endpoint.key();
            return key == null
                    ? published
                    : new KumaReport(
                            metrics(endpoint, key).over(published.monitors()),
                            published.incidents(),
                            published.maintenance());
        });
    }

    private KumaReport published(URI url, String slug, Instant now) {
        var page = page(url, slug);
        var reply = http.send(UpstreamCall.get(url, "/api/status-page/heartbeat/" + UpstreamCall.encode(slug))
                // It would repeat for a minute what it said before.
                .header("x-apicache-bypass", "1"));
        return StatusPages.read(page, reply.okJson(), now);
    }

    private Fields page(URI url, String slug) {
        try {
            var reply = http.send(UpstreamCall.get(url, "/api/status-page/" + UpstreamCall.encode(slug)));
            if (reply.status() == 404) {
                throw noSuchPage(slug);
            }
            return reply.okJson();
        } catch (UpstreamFailure failure) {
            if (failure.kind() == UpstreamFailure.Kind.TIMEOUT && answersOtherwise(url)) {
                throw noSuchPage(slug);
            }
            throw failure;
        }
    }

    /// Versions before 2 never answer for a page that they do not have.
    private boolean answersOtherwise(URI url) {
        try {
            return http.send(UpstreamCall.get(url, "/api/entry-page")).status() == 200;
        } catch (UpstreamFailure e) {
            return false;
        }
    }

    private static UpstreamFailure noSuchPage(String slug) {
        return UpstreamFailure.refused(
                        "has no status page '%s': check uptime-kuma.status-page in the settings".formatted(slug))
                .meaning(ServiceProblem.PAGE_UNKNOWN);
    }

    private Metrics metrics(Endpoint endpoint, Secret key) {
        var reply = http.send(UpstreamCall.get(endpoint.url(), "/metrics")
                .header("Accept", "text/plain")
                .header("Authorization", basic(key)));
        if (reply.status() != 200) {
            throw UpstreamFailure.of(reply);
        }
        if (!reply.contentType().equals("text/plain")) {
            throw UpstreamFailure.broken(
                            "answered with something else than metrics: is the address in the settings right?", null)
                    .meaning(ServiceProblem.WRONG_SERVICE);
        }
        return Metrics.read(text(reply));
    }

    private static String text(UpstreamReply reply) {
        return new String(reply.bytes(), StandardCharsets.UTF_8);
    }

    /// Any user name will do; the password is the key.
    private static String basic(Secret key) {
        var pair = "medianest:" + key.reveal();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
