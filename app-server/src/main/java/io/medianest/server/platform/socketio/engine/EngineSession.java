package io.medianest.server.platform.socketio.engine;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client's session, whatever carries it at the moment. Thread-safe.
public final class EngineSession {
    private static final Logger LOG = LoggerFactory.getLogger(EngineSession.class);

    private final String id;
    private final EngineHandshake handshake;
    private final Strangers.Place stranger;
    private final EngineConfig config;
    private final EngineHandler handler;
    private final ScheduledExecutorService timers;
    private final Mailbox mailbox;
    private final Heartbeat heartbeat;
    private final Outlet outlet;
    /// Whether the handler knows of the session. Touched by tasks of the mailbox only.
    private boolean opened;

    /// What the last answered poll was called by the client.
    private volatile @Nullable String answered;

    /// @param ended told once, when nothing of the session is left
    EngineSession(
            String id,
            EngineHandshake handshake,
            Strangers.Place stranger,
            EngineConfig config,
            EngineHandler handler,
            ScheduledExecutorService timers,
            Consumer<EngineSession> ended) {
        this.id = id;
        this.handshake = handshake;
        this.stranger = stranger;
        this.config = config;
        this.handler = handler;
        this.timers = timers;
        this.mailbox = new Mailbox("engine.io-" + id);
        this.heartbeat = new Heartbeat(config, timers, this::ping, () -> end(CloseReason.PING_TIMEOUT));
        this.outlet = new Outlet(
                new Outbox(config.outboxMessages(), config.outboxBytes()),
                new ChannelEnds(timers),
                new Outlet.Events() {
                    @Override
                    public void failed() {
                        end(CloseReason.TRANSPORT_FAILED);
                    }

                    @Override
                    public void ended() {
                        ended.accept(EngineSession.this);
                    }
                });
    }

    public String id() {
        return id;
    }

    public EngineHandshake handshake() {
        return handshake;
    }

    /// Sends messages one after the other, with nothing of another thread between them. Never blocks; does nothing
    /// when the session has ended, and ends it when more messages wait than the client may leave unread.
    public void send(List<EngineMessage> messages) {
        List<EnginePacket> packets =
                messages.stream().<EnginePacket>map(EnginePacket.Message::new).toList();
        add(packets);
    }

    /// The application knows who it is: the session does not count any more as one of a stranger.
    public void settle() {
        stranger.leave();
    }

    /// Runs a task between two calls of the handler. Does nothing when the last call was made.
    public void execute(Runnable task) {
        mailbox.post(task);
    }

    /// Ends the session; what was sent before is still delivered if the client reads it within two seconds.
    public void close() {
        if (!leave(CloseReason.SERVER_CLOSED)) {
            return;
        }
        var _ = timers.schedule(
                () -> end(CloseReason.SERVER_CLOSED), ChannelEnds.GRACE.toMillis(), TimeUnit.MILLISECONDS);
        outlet.linger();
    }

    /// Ends the session at once because the client broke the rules, of this protocol or of what is spoken over it.
    public void reject() {
        end(CloseReason.PROTOCOL_VIOLATION);
    }

    /// Begins with polling: the first poll waits for what the application sends.
    void start() {
        mailbox.post(this::open);
        heartbeat.start();
    }

    /// Begins with a WebSocket.
    ///
    /// @param open the packet that tells the client about the session
    void start(WebSocketChannel channel, EnginePacket open) {
        add(List.of(open));
        outlet.begin(channel);
        start();
    }

    /// Whether requests that poll and post belong here.
    boolean polls() {
        return outlet.polls();
    }

    /// Takes what the client sent. Waits while the handler is behind.
    ///
    /// @throws ProtocolViolation when no client may send this
    void receive(EnginePacket packet) throws ProtocolViolation, InterruptedException {
        switch (packet) {
            case EnginePacket.Message(EngineMessage message) -> mailbox.put(() -> handler.onMessage(this, message));
            case EnginePacket.Control(EnginePacket.Kind kind, String data) -> {
                switch (kind) {
                    case PONG -> heartbeat.pong();
                    case CLOSE -> {
                        outlet.awaitPoll();
                        end(CloseReason.CLIENT_CLOSED);
                    }
                    case NOOP -> {}
                    case OPEN, PING, UPGRADE -> throw new ProtocolViolation(kind + data + " is not for a server");
                }
            }
        }
    }

    /// Waits for something to deliver and takes it. A second poll beside a waiting one ends the session, as
    /// does one that comes when the time to answer a ping is as good as over, and one that was answered
    /// before: its answer was lost, and the client's HTTP library asks again without telling anybody.
    ///
    /// @param name what the client calls this poll and no other, if it does
    PollReply poll(@Nullable String name) throws InterruptedException {
        if (heartbeat.unanswerable()) {
            end(CloseReason.PING_TIMEOUT);
            return new PollReply.Refused();
        }
        if (name != null && name.equals(answered)) {
            end(CloseReason.TRANSPORT_FAILED);
            return new PollReply.Refused();
        }
        var reply = outlet.poll();
        switch (reply) {
            case PollReply.Packets _ -> answered = name;
            case PollReply.Duplicate _ -> reject();
            case PollReply.Refused _ -> {}
        }
        return reply;
    }

    /// A WebSocket wants to take over.
    ///
    /// @return false when another one did or tries to
    boolean offer(WebSocketChannel candidate) {
        if (!outlet.offer(candidate)) {
            return false;
        }
        var _ = timers.schedule(
                () -> outlet.withdraw(candidate), config.upgradeTimeout().toMillis(), TimeUnit.MILLISECONDS);
        return true;
    }

    /// The client asks for the takeover to be completed.
    ///
    /// @return false when this one was not to take over
    boolean upgrade(WebSocketChannel candidate) {
        return outlet.upgrade(candidate);
    }

    /// A takeover did not come about; polling goes on.
    void withdraw(WebSocketChannel candidate) {
        outlet.withdraw(candidate);
    }

    /// A WebSocket ended; the session with it, if that one carried it.
    void lost(WebSocketChannel gone) {
        outlet.withdraw(gone);
        if (outlet.isCarriedBy(gone)) {
            end(CloseReason.TRANSPORT_CLOSED);
        }
    }

    /// Ends the session at once; what waits for the client is lost.
    void end(CloseReason reason) {
        leave(reason);
        outlet.shut(reason == CloseReason.CLIENT_CLOSED ? EnginePacket.Control.NOOP : EnginePacket.Control.CLOSE);
    }

    /// @return false when it was left already
    private boolean leave(CloseReason reason) {
        heartbeat.stop();
        boolean first = mailbox.finish(() -> closed(reason));
        if (first) {
            LOG.debug("session {} ends: {}", id, reason);
        }
        return first;
    }

    private void open() {
        opened = true;
        handler.onOpen(this);
    }

    private void closed(CloseReason reason) {
        if (opened) {
            handler.onClose(this, reason);
        }
    }

    private void ping() {
        add(List.of(EnginePacket.Control.PING));
    }

    private void add(List<EnginePacket> packets) {
        switch (outlet.add(packets)) {
            case WAITING, SHUT -> {}
            case OVERFLOWED -> {
                end(CloseReason.OUTBOX_FULL);
                outlet.cut();
            }
        }
    }
}
