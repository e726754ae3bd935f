package io.medianest.server.plex;

import io.medianest.server.platform.Secret;
import io.medianest.server.platform.json.Fields;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.resilience.UpstreamCall;
import io.medianest.server.platform.resilience.UpstreamFailure;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Accounts at plex.tv. All methods throw `UPSTREAM_ERROR`, `UPSTREAM_TIMEOUT` or `SERVICE_UNAVAILABLE` when
/// it cannot be asked, which says nothing about whether a token is good. Thread-safe.
public final class PlexTvClient {
    public static final GuardPolicy POLICY = GuardPolicy.of("plex-tv", "plex.tv", 5, Duration.ofSeconds(45), 3);
    public static final URI APP_URL = URI.create("https://app.plex.tv/auth#");

    private static final long PIN_LIFE_SECONDS = 1800;
    /// What no header may hold.
    private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");

    private final Guard guard;
    private final HttpUpstream http;
    private final URI url;
    private final URI appUrl;
    private final PlexDevice device;

    /// @param url of plex.tv
    /// @param appUrl of the page where people sign in, up to its question mark
    public PlexTvClient(Guard guard, HttpUpstream http, URI url, URI appUrl, PlexDevice device) {
        this.guard = guard;
        this.http = http;
        this.url = url;
        this.appUrl = appUrl;
        this.device = device;
    }

    /// Begins a sign-in.
    ///
    /// @param deviceName what the person sees among their devices at plex.tv
    public PlexPinCode createPin(String deviceName) {
        var call = UpstreamCall.post(url, "/api/v2/pins")
                .query("strong", "true")
                .headers(device.headers())
                .header("X-Plex-Device-Name", UNPRINTABLE.matcher(deviceName).replaceAll("_"));
        return guard.callOnce(() -> {
            var pin = http.send(call).okJson();
            var id = pin.whole("id");
            var code = pin.text("code");
            if (id == null || code == null) {
                throw UpstreamFailure.broken("made a PIN without number or code", null);
            }
            return new PlexPinCode(
                    id, code, authUrl(code), Duration.ofSeconds(pin.whole("expiresIn", PIN_LIFE_SECONDS)));
        });
    }

    private URI authUrl(String code) {
        return URI.create("%s?clientID=%s&code=%s&%s=%s"
                .formatted(
                        appUrl,
                        UpstreamCall.encode(device.clientIdentifier()),
                        UpstreamCall.encode(code),
                        UpstreamCall.encode("context[device][product]"),
                        PlexDevice.PRODUCT));
    }

    /// How far a sign-in has got. To be asked at most once a second.
    public PinState pin(long id) {
        var call = get("/pins/" + id);
        return guard.call(() -> {
            var reply = http.send(call);
            if (reply.status() == 404) {
                return new PinState.Expired();
            }
            var token = reply.okJson().text("authToken");
            return token == null ? new PinState.Waiting() : new PinState.Claimed(new Secret(token));
        });
    }

    /// Whose token it is; empty when it is not good (any more).
    public Optional<PlexAccount> account(Secret token) {
        return signedIn("/user", token, PlexTvClient::account);
    }

    private static PlexAccount account(Fields user) {
        var id = user.text("id");
        if (id == null) {
            throw UpstreamFailure.broken("answered with an account that has no number", null);
        }
        var username = user.text("username", user.text("friendlyName", user.text("title", "Plex user")));
        return new PlexAccount(id, user.text("uuid", ""), username, user.text("email"), user.text("thumb"));
    }

    /// The servers that an account may use; empty also when its token is not good.
    public List<PlexResource> servers(Secret token) {
        var path = "/resources?includeHttps=1&includeRelay=1&includeIPv6=1";
        return signedIn(path, token, Fields::elements).orElse(List.of()).stream()
                .filter(PlexTvClient::isServer)
                .map(PlexTvClient::resource)
                .filter(Objects::nonNull)
                .toList();
    }

    private <T> Optional<T> signedIn(String path, Secret token, Function<Fields, T> mapping) {
        var call = get(path).header("X-Plex-Token", token.reveal());
        return guard.call(() -> {
            var reply = http.send(call);
            boolean invalid = reply.status() == 401 || reply.status() == 498;
            return invalid ? Optional.empty() : Optional.of(mapping.apply(reply.okJson()));
        });
    }

    private static boolean isServer(Fields resource) {
        return Arrays.stream(resource.text("provides", "").split(",")).anyMatch(role -> "server".equals(role.strip()));
    }

    private static @Nullable PlexResource resource(Fields resource) {
        var identifier = resource.text("clientIdentifier");
        if (identifier == null) {
            return null;
        }
        var token = resource.text("accessToken");
        return new PlexResource(
                resource.text("name", identifier),
                identifier,
                token == null ? null : new Secret(token),
                resource.flag("owned"),
                connections(resource));
    }

    private static List<URI> connections(Fields resource) {
        return resource.list("connections").stream()
                .sorted(Comparator.comparingInt(PlexTvClient::distance))
                .map(connection -> connection.text("uri"))
                .filter(Objects::nonNull)
                .map(PlexTvClient::uri)
                .flatMap(Optional::stream)
                .toList();
    }

    private static int distance(Fields connection) {
        if (connection.flag("relay")) {
            return 2;
        }
        return connection.flag("local") ? 0 : 1;
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private UpstreamCall get(String path) {
        return UpstreamCall.get(url, "/api/v2" + path).headers(device.headers());
    }
}
