package io.medianest.server.live;

import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.event.EventBus;
import io.medianest.server.platform.event.EventBus.Published;
import io.medianest.server.platform.event.EventBus.Subscriber;
import io.medianest.server.platform.event.EventBus.Subscription;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.security.CredentialCheck;
import io.medianest.server.platform.socketio.ConnectRefusedException;
import io.medianest.server.platform.socketio.Namespace;
import io.medianest.server.platform.socketio.Socket;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets people in on what happens: who may connect, what they hear, and when they must go. Thread-safe.
public final class LiveEvents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);

    private final Namespace namespace;
    private final EventBus bus;
    private final CredentialCheck credentials;
    private final LiveStates states;
    private final ClientEvents clientEvents;
    private final Standing standing;
    private final Clock clock;
    private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
    private @Nullable Subscription subscription;

    public LiveEvents(
            Namespace namespace,
            EventBus bus,
            CredentialCheck credentials,
            LiveStates states,
            ClientActions actions,
            Standing standing,
            Clock clock) {
        this.namespace = namespace;
        this.bus = bus;
        this.credentials = credentials;
        this.states = states;
        this.clientEvents = new ClientEvents(actions);
        this.standing = standing;
        this.clock = clock;
    }

    /// Begins to let people in. To be called once.
    public void start() {
        subscription = bus.subscribeEverywhere("live", new Clients());
        namespace.onConnect(this::connect);
    }

    /// Tells nobody anything any more. The connections are ended by whoever closes the Socket.IO server.
    @Override
    public void close() {
        if (subscription != null) {
            subscription.close();
        }
    }

    /// Puts out whoever came with that session.
    public void closeSession(String sessionId) {
        each(client -> client.isOfSession(sessionId), Socket::disconnect);
    }

    /// Puts a person out, on all devices.
    public void closeUser(String userId) {
        each(client -> client.isOf(userId), Socket::disconnect);
    }

    /// Makes a person's clients connect again, and so show their credentials again: what they may know has changed.
    public void reconnectUser(String userId) {
        each(client -> client.isOf(userId), Socket::closeConnection);
    }

    private void each(Predicate<LiveClient> which, Consumer<Socket> action) {
        clients.stream().filter(which).map(LiveClient::socket).forEach(action);
    }

    /// Puts out whoever came with something that was not used for too long: being connected is no use. To be called
    /// about once a minute.
    public void closeExpired() {
        var now = clock.instant();
        each(client -> client.isOver(standing, now), Socket::disconnect);
    }

    /// Those who hear what happens. When something was missed, none of them sees a gap, so all must come
    /// again.
    private final class Clients implements Subscriber {
        @Override
        public void hear(Published published) {
            if (!clients.isEmpty()) {
                var message = LiveMessage.of(published);
                clients.forEach(client -> client.tell(message));
            }
        }

        @Override
        public void missed() {
            each(client -> true, Socket::closeConnection);
        }
    }

    /// The client is known before its state is gathered, so that no event falls between the two; and checked again
    /// after that, so that nobody stays who was put out just before being known.
    private void connect(Socket socket) throws ConnectRefusedException {
        var shown = Credentials.of(socket.handshake());
        var client = new LiveClient(socket, shown, check(shown), clock);
        socket.onDisconnect(reason -> clients.remove(client));
        socket.onAny(event -> clientEvents.received(client, event));
        clients.add(client);
        var caller = check(shown);
        client.begin(caller, hasBeenHere(socket) ? "state:sync" : "state:initial", states.gather(caller, 0));
    }

    private static boolean hasBeenHere(Socket socket) {
        return socket.handshake().auth().path("lastSeq").asLong(-1) >= 0;
    }

    private Caller check(Credentials shown) throws ConnectRefusedException {
        try {
            return credentials.check(shown.bearer(), shown.cookie());
        } catch (MediaNestException e) {
            LOG.debug("refused: {}", e.code());
            throw new ConnectRefusedException(String.valueOf(e.getMessage()), refusal(e));
        }
    }

    private static Map<String, String> refusal(MediaNestException problem) {
        var data = new LinkedHashMap<String, String>();
        data.put("code", problem.code().name());
        if (problem.details() != null) {
            data.put("details", problem.details());
        }
        return data;
    }
}
