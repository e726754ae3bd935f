package io.medianest.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.websocket.WsRouting;
import io.medianest.model.account.Preferences;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.account.UserStatistics;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.Json;
import io.medianest.model.event.LiveState;
import io.medianest.model.event.ServerEvent.IncidentOpened;
import io.medianest.model.event.ServerEvent.IncidentResolved;
import io.medianest.model.event.ServerEvent.NotificationAdded;
import io.medianest.model.event.ServerEvent.PreferencesChanged;
import io.medianest.model.event.ServerEvent.RequestChanged;
import io.medianest.model.event.ServerEvent.RequestCreated;
import io.medianest.model.event.ServerEvent.ServiceChecked;
import io.medianest.model.media.MediaType;
import io.medianest.model.notification.Notification;
import io.medianest.model.notification.NotificationType;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.Quality;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import io.medianest.model.status.Incident;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.event.LocalEventBus;
import io.medianest.server.platform.observe.Correlation;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.security.Caller.Credential;
import io.medianest.server.platform.socketio.RawClient;
import io.medianest.server.platform.socketio.SocketIoConfig;
import io.medianest.server.platform.socketio.SocketIoServer;
import io.medianest.server.platform.socketio.engine.OriginPolicy;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import io.socket.engineio.client.transports.Polling;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.json.JSONException;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LiveEventsTest {
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
    private static final List<String> EVENTS = List.of(
            "state:initial",
            "state:sync",
            "mediaRequest:created",
            "mediaRequest:statusChanged",
            "service:status",
            "preferences:updated",
            "notification:new",
            "incident:opened",
            "incident:resolved",
            "error",
            "connect_error",
            "disconnect");

    private record Heard(String event, Object payload) {
        JSONObject json() {
            return (JSONObject) payload;
        }
    }

    private final Map<String, Caller> people = new ConcurrentHashMap<>(Map.of(
            "mia", new Caller("usr_mia", "Mia", Role.USER, null, "ses_mia", Credential.BEARER),
            "tom", new Caller("usr_tom", "Tom", Role.USER, null, "ses_tom", Credential.BEARER),
            "ada", new Caller("usr_ada", "Ada", Role.ADMIN, null, "ses_ada", Credential.BEARER)));
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();
    private final LocalEventBus bus = new LocalEventBus();
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private final BlockingQueue<Socket> clients = new LinkedBlockingQueue<>();
    private final FakeActions actions = new FakeActions();
    private Runnable whileGathering = () -> {};
    private SocketIoServer sockets;
    private LiveEvents live;
    private WebServer web;

    @BeforeEach
    void start() {
        sockets = new SocketIoServer(SocketIoConfig.defaults(), Json.strict(), OriginPolicy.any(), timers);
        live = new LiveEvents(
                sockets.namespace("/"),
                bus,
                this::check,
                this::gather,
                actions,
                this::endOf,
                Clock.fixed(NOW, ZoneOffset.UTC));
        live.start();
        var http = HttpRouting.builder();
        var webSockets = WsRouting.builder();
        sockets.register(http, webSockets);
        web = WebServer.builder()
                .host("127.0.0.1")
                .shutdownHook(false)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .addRouting(http)
                .addRouting(webSockets)
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        clients.forEach(Socket::close);
        live.close();
        sockets.close();
        web.stop();
        bus.close();
        timers.shutdownNow();
    }

    private Caller check(@Nullable String bearer, @Nullable String cookie) {
        var token = bearer == null ? cookie : bearer;
        var caller = token == null ? null : people.get(token);
        if (caller == null) {
            throw new MediaNestException(
                    ErrorCode.UNAUTHORIZED, "Authentication required", token == null ? null : "INVALID_TOKEN");
        }
        return caller;
    }

    private Optional<Instant> endOf(Caller caller, @Nullable String bearer) {
        return Optional.ofNullable(ends.get(String.valueOf(bearer)));
    }

    private LiveState gather(Caller caller, long seq) {
        whileGathering.run();
        var user = new User(
                caller.userId(),
                caller.username(),
                null,
                null,
                caller.role(),
                null,
                Preferences.NONE,
                UserStatistics.NONE,
                NOW,
                NOW,
                null);
        return new LiveState(user, List.of(request("req_0", caller.userId())), List.of(), List.of(service()), 3, seq);
    }

    private static MediaRequest request(String id, String userId) {
        return new MediaRequest(
                id,
                "603",
                MediaType.MOVIE,
                "The Matrix",
                1999,
                null,
                RequestStatus.PENDING,
                RequestStage.QUEUED,
                Quality.FULL_HD,
                null,
                null,
                userId,
                null,
                null,
                null,
                null,
                NOW,
                NOW,
                1);
    }

    private static ServiceStatus service() {
        return new ServiceStatus("plex", "Plex", ServiceState.ONLINE, 12L, NOW, null, null, true);
    }

    private IO.Options with(Map<String, String> auth) {
        return IO.Options.builder().setForceNew(true).setAuth(auth).build();
    }

    private BlockingQueue<Heard> connect(IO.Options options) {
        var heard = new LinkedBlockingQueue<Heard>();
        var socket = IO.socket(URI.create("http://127.0.0.1:" + web.port()), options);
        for (var event : EVENTS) {
            socket.on(event, args -> {
                heard.add(new Heard(event, args[0]));
                if (args[args.length - 1] instanceof Ack ack) {
                    ack.call();
                }
            });
        }
        clients.add(socket);
        socket.connect();
        return heard;
    }

    private BlockingQueue<Heard> signedIn(String token) throws InterruptedException {
        var heard = connect(with(Map.of("token", token)));
        assertThat(next(heard).event()).isEqualTo("state:initial");
        return heard;
    }

    private static Heard next(BlockingQueue<Heard> heard) throws InterruptedException {
        var next = heard.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    @Test
    @DisplayName("whoever connects gets the state, then each change with the next number")
    void stateThenChanges() throws Exception {
        var heard = connect(with(Map.of("token", "mia")));
        var state = next(heard);
        assertThat(state.event()).isEqualTo("state:initial");
        assertThat(state.json().getJSONObject("user").getString("id")).isEqualTo("usr_mia");
        assertThat(state.json().getJSONArray("requests").getJSONObject(0).getString("id"))
                .isEqualTo("req_0");
        assertThat(state.json().getJSONArray("services").length()).isEqualTo(1);
        assertThat(state.json().getLong("unreadCount")).isEqualTo(3);
        assertThat(state.json().getLong("seq")).isZero();

        Correlation.run("cause-1", () -> bus.publish(new RequestCreated(request("req_1", "usr_mia"))));
        bus.publish(new RequestChanged(request("req_1", "usr_mia")));
        bus.publish(new ServiceChecked(service()));

        var created = next(heard);
        assertThat(created.event()).isEqualTo("mediaRequest:created");
        assertThat(created.json().getLong("seq")).isEqualTo(1);
        assertThat(created.json().getString("correlationId")).isEqualTo("cause-1");
        assertThat(created.json().getJSONObject("request").getString("title")).isEqualTo("The Matrix");
        assertThat(created.json().getJSONObject("request").getString("createdAt"))
                .isEqualTo("2026-05-04T12:00:00Z");
        var changed = next(heard);
        assertThat(changed.event()).isEqualTo("mediaRequest:statusChanged");
        assertThat(changed.json().getLong("seq")).isEqualTo(2);
        var checked = next(heard);
        assertThat(checked.event()).isEqualTo("service:status");
        assertThat(checked.json().getLong("seq")).isEqualTo(3);
        assertThat(checked.json().getJSONObject("service").getString("name")).isEqualTo("plex");
    }

    @Test
    @DisplayName("a client that was here before gets state:sync")
    void sync() throws Exception {
        try (var raw = new RawClient(web.port(), "/socket.io/")) {
            var socket = raw.webSocket().send("40{\"token\":\"mia\",\"lastSeq\":7}");
            assertThat(socket.text()).startsWith("40{");
            assertThat(socket.text()).startsWith("42[\"state:sync\",{\"user\":").contains("\"seq\":0}");
        }
    }

    @Test
    @DisplayName("people hear of their own requests only, admins of all")
    void audience() throws Exception {
        var mia = signedIn("mia");
        var tom = signedIn("tom");
        var ada = signedIn("ada");
        bus.publish(new RequestCreated(request("req_mia", "usr_mia")));
        bus.publish(new RequestCreated(request("req_tom", "usr_tom")));
        bus.publish(new ServiceChecked(service()));

        assertThat(requestId(next(mia))).isEqualTo("req_mia");
        assertThat(next(mia).json().getLong("seq")).isEqualTo(2);
        assertThat(requestId(next(tom))).isEqualTo("req_tom");
        assertThat(next(tom).json().getLong("seq")).isEqualTo(2);
        assertThat(requestId(next(ada))).isEqualTo("req_mia");
        assertThat(requestId(next(ada))).isEqualTo("req_tom");
        assertThat(next(ada).json().getLong("seq")).isEqualTo(3);
    }

    @Test
    @DisplayName("admins hear of incidents, others do not, and see no gap")
    void incidents() throws Exception {
        var mia = signedIn("mia");
        var ada = signedIn("ada");
        var incident = new Incident("inc_1", "Plex does not answer", null, "plex", NOW);
        bus.publish(new IncidentOpened(incident));
        bus.publish(new IncidentResolved(incident));
        bus.publish(new ServiceChecked(service()));

        assertThat(next(mia).json().getLong("seq")).isEqualTo(1);
        var opened = next(ada);
        assertThat(opened.event()).isEqualTo("incident:opened");
        assertThat(opened.json().getLong("seq")).isEqualTo(1);
        assertThat(opened.json().getJSONObject("incident").getString("id")).isEqualTo("inc_1");
        assertThat(next(ada).event()).isEqualTo("incident:resolved");
        assertThat(next(ada).json().getLong("seq")).isEqualTo(3);
    }

    private static String requestId(Heard heard) throws JSONException {
        return heard.json().getJSONObject("request").getString("id");
    }

    @Test
    @DisplayName("what happens while the state is gathered is not lost, and follows it")
    void noGap() throws Exception {
        whileGathering = () -> {
            bus.publish(new RequestCreated(request("req_early", "usr_mia")));
            bus.publish(new RequestCreated(request("req_of_tom", "usr_tom")));
        };
        var heard = connect(with(Map.of("token", "mia")));
        assertThat(next(heard).event()).isEqualTo("state:initial");
        var early = next(heard);
        assertThat(requestId(early)).isEqualTo("req_early");
        assertThat(early.json().getLong("seq")).isEqualTo(1);
    }

    @Test
    @DisplayName("the token may come in the header or the cookie as well")
    void credentials() throws Exception {
        for (var header : List.of(
                Map.of("Authorization", List.of("Bearer mia")),
                Map.of("Cookie", List.of("other=1; medianest_session=mia; last=2")))) {
            var options = IO.Options.builder()
                    .setForceNew(true)
                    .setExtraHeaders(header)
                    .build();
            var state = next(connect(options));
            assertThat(state.event()).isEqualTo("state:initial");
            assertThat(state.json().getJSONObject("user").getString("id")).isEqualTo("usr_mia");
        }
    }

    @Test
    @DisplayName("whoever is not signed in is refused with a code")
    void refused() throws Exception {
        var nobody = next(connect(IO.Options.builder().setForceNew(true).build()));
        assertThat(nobody.event()).isEqualTo("connect_error");
        assertThat(nobody.json().getString("message")).isEqualTo("Authentication required");
        assertThat(nobody.json().getJSONObject("data").getString("code")).isEqualTo("UNAUTHORIZED");
        var stranger = next(connect(with(Map.of("token", "stranger"))));
        assertThat(stranger.json().getJSONObject("data").getString("details")).isEqualTo("INVALID_TOKEN");
    }

    @Test
    @DisplayName("the end of a session closes its sockets and no others, a suspension all of a person")
    void closes() throws Exception {
        people.put("mia2", new Caller("usr_mia", "Mia", Role.USER, null, "ses_mia2", Credential.BEARER));
        var first = signedIn("mia");
        var second = signedIn("mia2");
        var tom = signedIn("tom");
        live.closeSession("ses_mia");
        assertThat(next(first).payload()).isEqualTo("io server disconnect");
        live.closeUser("usr_mia");
        assertThat(next(second).payload()).isEqualTo("io server disconnect");
        bus.publish(new ServiceChecked(service()));
        assertThat(next(tom).event()).isEqualTo("service:status");
        assertThat(first).isEmpty();
    }

    @Test
    @DisplayName("whoever came with something that is over by now is put out, though being connected; others stay")
    void expired() throws Exception {
        ends.putAll(Map.of("mia", NOW, "tom", NOW.plusSeconds(1)));
        var mia = signedIn("mia");
        var tom = signedIn("tom");
        var ada = signedIn("ada");
        live.closeExpired();
        assertThat(next(mia).payload()).isEqualTo("io server disconnect");
        bus.publish(new ServiceChecked(service()));
        assertThat(next(tom).event()).isEqualTo("service:status");
        assertThat(next(ada).event()).isEqualTo("service:status");
    }

    @Test
    @DisplayName("whoever is put out while connecting does not get in")
    void putOutWhileConnecting() throws Exception {
        whileGathering = () -> live.closeUser("usr_mia");
        assertThat(next(connect(with(Map.of("token", "mia")))).event()).isEqualTo("connect_error");
    }

    @Test
    @DisplayName("new rights make clients come back, and hear what they may know now")
    void reconnects() throws Exception {
        var options = with(Map.of("token", "mia"));
        options.reconnectionDelay = 1;
        options.transports = new String[] {Polling.NAME};
        var heard = connect(options);
        assertThat(next(heard).event()).isEqualTo("state:initial");
        people.put("mia", new Caller("usr_mia", "Mia", Role.ADMIN, null, "ses_mia", Credential.BEARER));
        live.reconnectUser("usr_mia");
        assertThat(next(heard).event()).isEqualTo("disconnect");
        assertThat(next(heard).event()).isEqualTo("state:initial");
        bus.publish(new RequestCreated(request("req_tom", "usr_tom")));
        assertThat(requestId(next(heard))).isEqualTo("req_tom");
    }

    @Test
    @DisplayName("when an event could not be told, everybody comes again and gets the state")
    @SuppressWarnings("NullAway") // an event that cannot be told
    void resynchronises() throws Exception {
        var options = with(Map.of("token", "mia"));
        options.reconnectionDelay = 1;
        options.transports = new String[] {Polling.NAME};
        var heard = connect(options);
        assertThat(next(heard).event()).isEqualTo("state:initial");
        bus.publish(new RequestCreated(null));
        assertThat(next(heard).event()).isEqualTo("disconnect");
        assertThat(next(heard).event()).isEqualTo("state:initial");
        bus.publish(new ServiceChecked(service()));
        assertThat(next(heard).event()).isEqualTo("service:status");
    }

    @Test
    @DisplayName("new preferences are acknowledged as HTTP would reply, by envelope")
    void preferencesByEvent() throws Exception {
        signedIn("mia");
        var answer = ask("user:preferencesChanged", new JSONObject("{\"theme\":\"dark\",\"notifications\":false}"));

        assertThat(answer.getBoolean("success")).isTrue();
        var preferences = answer.getJSONObject("data");
        assertThat(preferences.getString("theme")).isEqualTo("dark");
        assertThat(preferences.getBoolean("notifications")).isFalse();
        assertThat(preferences.getString("language")).isEqualTo("usr_mia");
        assertThat(actions.connections).containsExactly(clients.element().id());
    }

    @Test
    @DisplayName("what cannot be taken is acknowledged with the error, and a defect tells nothing of itself")
    void refusedByEvent() throws Exception {
        signedIn("mia");
        assertThat(refusal(new JSONObject("{\"theme\":\"ugly\"}"))).isEqualTo("VALIDATION_ERROR theme");
        assertThat(refusal(new JSONObject("{\"theme\":[]}"))).isEqualTo("VALIDATION_ERROR theme");
        assertThat(refusal("dark")).isEqualTo("VALIDATION_ERROR body");
        assertThat(refusal(new JSONObject("{\"theme\":\"broken\"}"))).isEqualTo("INTERNAL_ERROR ");
        assertThat(actions.connections).isEmpty();
    }

    @Test
    @DisplayName("a notification is read by event, and what is left is told")
    void readByEvent() throws Exception {
        signedIn("mia");
        var answer = ask("notification:read", new JSONObject("{\"id\":\"ntf_1\"}"));
        assertThat(answer.getBoolean("success")).isTrue();
        assertThat(answer.getJSONObject("data").getLong("unreadCount")).isEqualTo(7);

        var refused = ask("notification:read", new JSONObject());
        assertThat(refused.getJSONObject("error").getString("details")).isEqualTo("id");
        assertThat(actions.read).containsExactly("usr_mia ntf_1");
    }

    private String refusal(Object payload) throws JSONException, InterruptedException {
        var answer = ask("user:preferencesChanged", payload);
        assertThat(answer.getBoolean("success")).isFalse();
        assertThat(answer.getString("correlationId")).isNotBlank();
        assertThat(answer.toString()).doesNotContain("secret");
        var error = answer.getJSONObject("error");
        return error.getString("code") + " " + error.optString("details");
    }

    /// What the first client is answered.
    private JSONObject ask(String event, Object payload) throws InterruptedException {
        var answers = new LinkedBlockingQueue<Object>();
        clients.element().emit(event, new Object[] {payload}, args -> answers.add(args[0]));
        var answer = answers.poll(10, TimeUnit.SECONDS);
        assertThat(answer).isInstanceOf(JSONObject.class);
        return (JSONObject) answer;
    }

    @Test
    @DisplayName("preferences and notifications are for their owner alone, on all connections but the one that knows")
    void personal() throws Exception {
        var first = signedIn("mia");
        var second = signedIn("mia");
        var ada = signedIn("ada");
        var dark = new Preferences(null, null, "dark", null);
        bus.publish(new PreferencesChanged("usr_mia", dark, clients.element().id()));
        bus.publish(new NotificationAdded(
                "usr_mia",
                new Notification(
                        "ntf_1", NotificationType.REQUEST_APPROVED, "Approved", "All is well.", NOW, false, "/there")));
        bus.publish(new ServiceChecked(service()));

        var updated = next(second);
        assertThat(updated.event()).isEqualTo("preferences:updated");
        assertThat(updated.json().toString()).contains("\"seq\":1").contains("\"preferences\":{\"theme\":\"dark\"}");
        for (var heard : List.of(first, second)) {
            var added = next(heard);
            assertThat(added.event()).isEqualTo("notification:new");
            assertThat(added.json().getJSONObject("notification").getString("type"))
                    .isEqualTo("request-approved");
        }
        assertThat(next(first).json().getLong("seq")).isEqualTo(2);
        var other = next(ada);
        assertThat(other.event()).isEqualTo("service:status");
        assertThat(other.json().getLong("seq")).isEqualTo(1);
    }

    @Test
    @DisplayName("ping is acknowledged, the unknown answered, and too much refused")
    void clientEvents() throws Exception {
        var heard = signedIn("mia");
        var socket = clients.element();
        var pongs = new LinkedBlockingQueue<Object>();
        socket.emit("ping", new Object[0], (Ack) args -> pongs.add(args[0]));
        assertThat(pongs.poll(10, TimeUnit.SECONDS)).hasToString("{\"pong\":true}");

        socket.emit("no:such:event", 1);
        var unknown = next(heard);
        assertThat(unknown.event()).isEqualTo("error");
        assertThat(unknown.json().getString("code")).isEqualTo("INVALID_EVENT");
        assertThat(unknown.json().getString("event")).isEqualTo("no:such:event");

        for (int i = 2; i < EventRate.LIMIT; i++) {
            socket.emit("ping", new Object[0], (Ack) args -> pongs.add(args[0]));
        }
        socket.emit("ping");
        var refused = next(heard);
        assertThat(refused.json().getString("code")).isEqualTo("RATE_LIMITED");
        assertThat(refused.json().getInt("retryAfter")).isEqualTo(1);
        assertThat(pongs).hasSize(EventRate.LIMIT - 2);
    }
}
