package io.medianest.server.uptimekuma;

import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.resilience.UpstreamCall;
import java.time.Duration;
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

    /// @param statusPage the slug of the household's status page; null asks only whether Uptime Kuma is there
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
        return guard.callOnce(() -> {
            var url = guard.endpoint(settings.get()).url();
            var slug = statusPage.get();
            if (slug == null) {
                http.send(UpstreamCall.get(url, "/api/entry-page")).okJson();
                return "answers";
            }
            var page = http.send(UpstreamCall.get(url, "/api/status-page/" + UpstreamCall.encode(slug)))
                    .okJson();
            int monitors = page.list("publicGroupList").stream()
                    .mapToInt(group -> group.list("monitorList").size())
                    .sum();
            return monitors == 1 ? "1 monitor" : monitors + " monitors";
        });
    }
}
