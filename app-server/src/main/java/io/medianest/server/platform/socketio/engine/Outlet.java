package io.medianest.server.platform.socketio.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What waits for a client, and the one who may take it: the parked poll, or the writer of the WebSocket.
/// Thread-safe.
///
/// ```
/// POLLING ⇄ UPGRADING → WEBSOCKET, each → ENDED
/// ```
///
/// While upgrading, polls are still served, but none is parked for longer than [#UPGRADING_POLL_NANOS]: the client
/// waits for the last one before it completes the upgrade. One that lingers ends with the next thing that is read from
/// it, by whatever way; an upgrade under way may still be completed, since the client may have ceased to poll.
final class Outlet {
    private static final long UPGRADING_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LAST_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private enum Phase {
        POLLING,
        UPGRADING,
        WEBSOCKET,
        ENDED
    }

    /// What became of packets that were to wait.
    enum Added {
        WAITING,
        OVERFLOWED,
        SHUT
    }

    /// What the session is told.
    interface Events {
        /// The WebSocket does not take packets any more.
        void failed();

        /// Nothing is left. Called once, under the lock: must be quick and must not call back.
        void ended();
    }

    private final ChannelEnds ends;
    private final Events events;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Outbox waiting;
    private Phase phase = Phase.POLLING;
    private @Nullable WebSocketChannel channel;
    private boolean polled;
    private boolean lingering;
    private EnginePacket farewell = EnginePacket.Control.CLOSE;

    Outlet(Outbox empty, ChannelEnds ends, Events events) {
        this.waiting = empty;
        this.ends = ends;
        this.events = events;
    }

    /// Adds all of the packets side by side, or none.
    Added add(List<EnginePacket> packets) {
        return locked(() -> {
            if (lingering || phase == Phase.ENDED) {
                return Added.SHUT;
            }
            if (!waiting.add(packets)) {
                return Added.OVERFLOWED;
            }
            changed.signalAll();
            return Added.WAITING;
        });
    }

    /// Waits for packets and takes all of them.
    PollReply poll() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (phase == Phase.WEBSOCKET || phase == Phase.ENDED) {
                return new PollReply.Refused();
            }
            if (polled) {
                return new PollReply.Duplicate();
            }
            polled = true;
            changed.signalAll();
            try {
                awaitPackets();
            } finally {
                polled = false;
            }
            return pollReply();
        } finally {
            lock.unlock();
        }
    }

    private void awaitPackets() throws InterruptedException {
        long patience = UPGRADING_POLL_NANOS;
        while (waiting.isEmpty() && !lingering && patience > 0) {
            switch (phase) {
                case POLLING -> changed.await();
                case UPGRADING -> patience = changed.awaitNanos(patience);
                case WEBSOCKET, ENDED -> patience = 0;
            }
        }
    }

    /// Waits a moment for a poll, unless one waits already or none is needed: a client that says good-bye may have sent
    /// a poll just before, by another connection, which is to be answered.
    void awaitPoll() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long patience = LAST_POLL_NANOS;
            while (!polled && patience > 0 && phase != Phase.WEBSOCKET && phase != Phase.ENDED) {
                patience = changed.awaitNanos(patience);
            }
        } finally {
            lock.unlock();
        }
    }

    private PollReply pollReply() {
        return switch (phase) {
            case POLLING, UPGRADING -> new PollReply.Packets(lingering ? takeLast() : takeAllOrNoop());
            case WEBSOCKET -> new PollReply.Refused();
            case ENDED -> new PollReply.Packets(List.of(farewell));
        };
    }

    /// What waits, and the good-bye with the next poll only: clients that get both at once take the session for broken
    /// before they look at what came before.
    private List<EnginePacket> takeLast() {
        if (!waiting.isEmpty()) {
            return waiting.takeAll();
        }
        end();
        return List.of(EnginePacket.Control.CLOSE);
    }

    private List<EnginePacket> takeAllOrNoop() {
        return waiting.isEmpty() ? List.of(EnginePacket.Control.NOOP) : waiting.takeAll();
    }

    /// Whether polls and posts are still of use.
    boolean polls() {
        return locked(() -> phase != Phase.WEBSOCKET && phase != Phase.ENDED);
    }

    /// Begins an upgrade.
    ///
    /// @return false when there is or was one already
    boolean offer(WebSocketChannel candidate) {
        return locked(() -> {
            if (phase != Phase.POLLING) {
                return false;
            }
            phase = Phase.UPGRADING;
            channel = candidate;
            changed.signalAll();
            return true;
        });
    }

    /// Gives an upgrade up; polling goes on. Does nothing when that one is not under way.
    void withdraw(WebSocketChannel candidate) {
        locked(() -> {
            if (phase == Phase.UPGRADING && candidate.equals(channel)) {
                dropCandidate();
            }
            return phase;
        });
    }

    /// Completes an upgrade: from here on the WebSocket carries everything.
    ///
    /// @return false when that one is not under way
    boolean upgrade(WebSocketChannel candidate) {
        return locked(() -> {
            if (phase != Phase.UPGRADING || !candidate.equals(channel)) {
                return false;
            }
            writeTo(candidate);
            return true;
        });
    }

    /// Lets a WebSocket carry everything from the beginning.
    void begin(WebSocketChannel first) {
        locked(() -> {
            if (phase == Phase.POLLING) {
                writeTo(first);
            }
            return phase;
        });
    }

    boolean isCarriedBy(WebSocketChannel candidate) {
        return locked(() -> candidate.equals(channel));
    }

    /// Takes no more packets and ends when those that wait were read.
    void linger() {
        locked(() -> {
            lingering = true;
            changed.signalAll();
            return phase;
        });
    }

    /// Ends at once; what waits is lost. A WebSocket that does not take the good-bye in time is cut.
    ///
    /// @param last what a parked poll is told
    void shut(EnginePacket last) {
        locked(() -> {
            if (phase != Phase.ENDED) {
                farewell = last;
                waiting.clear();
                end();
            }
            return phase;
        });
    }

    /// Cuts the WebSocket, if there is one, without a good-bye.
    void cut() {
        var cut = locked(() -> channel);
        if (cut != null) {
            cut.terminate();
        }
    }

    private void end() {
        if (phase == Phase.UPGRADING) {
            dropCandidate();
        }
        phase = Phase.ENDED;
        changed.signalAll();
        if (channel != null) {
            ends.cutLater(channel);
        }
        events.ended();
    }

    private void dropCandidate() {
        var dropped = channel;
        channel = null;
        phase = Phase.POLLING;
        if (dropped != null) {
            ends.dismiss(dropped);
        }
    }

    private void writeTo(WebSocketChannel target) {
        channel = target;
        phase = Phase.WEBSOCKET;
        changed.signalAll();
        Thread.ofVirtual().name("engine.io-writer").start(() -> writeAll(target));
    }

    private void writeAll(WebSocketChannel target) {
        try {
            for (var packet = nextToWrite(); packet != null; packet = nextToWrite()) {
                target.send(packet);
            }
            target.close();
        } catch (InterruptedException e) {
            target.terminate();
        } catch (RuntimeException e) {
            target.terminate();
            events.failed();
        }
    }

    private @Nullable EnginePacket nextToWrite() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && phase == Phase.WEBSOCKET && !lingering) {
                changed.await();
            }
            if (waiting.isEmpty() && phase == Phase.WEBSOCKET) {
                end();
            }
            return waiting.poll();
        } finally {
            lock.unlock();
        }
    }

    private <T extends @Nullable Object> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
