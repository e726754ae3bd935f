package io.medianest.server.demo;

import io.medianest.server.demo.PlexPins.Pin;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// plex.tv's API, and at `/auth` the page of app.plex.tv on which a person signs in. Thread-safe.
final class PlexTvStandIn {
    private final PlexPins pins;
    private final URI server;
    private final Clock clock;

    /// @param server where the Plex server stand-in listens
    PlexTvStandIn(PlexPins pins, URI server, Clock clock) {
        this.pins = pins;
        this.server = server;
        this.clock = clock;
    }

    RouteList routes() {
        return new RouteList()
                .post("/api/v2/pins", this::makePin)
                .get("/api/v2/pins/{id}", this::pin)
                .get("/api/v2/user", this::user)
                .get("/api/v2/resources", this::resources)
                .get("/auth", this::signIn)
                .get("/auth/", this::signIn)
                .otherwise(call -> error(404, 1002, "Not Found"));
    }

    private Reply makePin(Call call) {
        var client = client(call);
        boolean strong = (call.rawQuery() + "&" + call.body()).contains("strong=true");
        return Reply.json(201, shape(strong ? pins.makeStrong(client) : pins.makeShort(client)));
    }

    private Reply pin(Call call) {
        return pins.find(call.id("id"), client(call))
                .map(pin -> Reply.json(shape(pin)))
                .orElseGet(() -> error(404, 1020, "Code not found or expired"));
    }

    private Reply user(Call call) {
        var person = person(call);
        return Reply.json(Fields.of("id", person.plexId())
                .with("uuid", "demo%012d".formatted(person.plexId()))
                .with("username", person.name())
                .with("title", person.name())
                .with("friendlyName", person.name())
                .with("email", person.email())
                .with("thumb", "")
                .with("authToken", person.token()));
    }

    private Reply resources(Call call) {
        var person = person(call);
        var connection = Fields.of("protocol", "http")
                .with("address", server.getHost())
                .with("port", server.getPort())
                .with("uri", server.toString())
                .with("local", true)
                .with("relay", false)
                .with("IPv6", false);
        return Reply.json(List.of(Fields.of("name", PlexServerStandIn.NAME)
                .with("product", "Plex Media Server")
                .with("productVersion", PlexServerStandIn.VERSION)
                .with("platform", "Linux")
                .with("clientIdentifier", PlexServerStandIn.MACHINE)
                .with("provides", "server")
                .with("ownerId", person.isOwner() ? null : DemoPerson.OWNER.plexId())
                .with("sourceTitle", person.isOwner() ? null : DemoPerson.OWNER.name())
                .with("accessToken", person.serverToken())
                .with("owned", person.isOwner())
                .with("home", false)
                .with("synced", false)
                .with("relay", false)
                .with("presence", true)
                .with("httpsRequired", false)
                .with("connections", List.of(connection))));
    }

    private Reply signIn(Call call) {
        var code = call.query("code").orElse("");
        if (code.isEmpty()) {
            return Reply.html(200, PlexSignInPage.waiting());
        }
        return pins.authorise(code, DemoPerson.ROBIN)
                ? Reply.html(200, PlexSignInPage.done(DemoPerson.ROBIN.name()))
                : Reply.html(404, PlexSignInPage.unknown());
    }

    private Fields shape(Pin pin) {
        return Fields.of("id", pin.id())
                .with("code", pin.code())
                .with("product", "MediaNest")
                .with("trusted", false)
                .with("clientIdentifier", pin.clientId())
                .with("expiresIn", secondsLeft(pin))
                .with("createdAt", pin.createdAt())
                .with("expiresAt", pin.expiresAt())
                .with("authToken", pin.owner() == null ? null : pin.owner().token())
                .with("newRegistration", null);
    }

    /// Begun seconds count.
    private long secondsLeft(Pin pin) {
        var left = Duration.between(clock.instant(), pin.expiresAt());
        return left.plusMillis(999).toSeconds();
    }

    private static String client(Call call) {
        return call.header("X-Plex-Client-Identifier")
                .or(() -> call.query("X-Plex-Client-Identifier"))
                .filter(client -> !client.isBlank())
                .orElseThrow(() -> new Refusal(error(400, 1000, "X-Plex-Client-Identifier is missing")));
    }

    private static DemoPerson person(Call call) {
        return call.header("X-Plex-Token")
                .or(() -> call.query("X-Plex-Token"))
                .flatMap(DemoPerson::byToken)
                .orElseThrow(() -> new Refusal(error(401, 1001, "User could not be authenticated")));
    }

    private static Reply error(int status, int code, String message) {
        return Reply.json(
                status,
                Fields.of(
                        "errors",
                        List.of(Fields.of("code", code).with("message", message).with("status", status))));
    }
}
