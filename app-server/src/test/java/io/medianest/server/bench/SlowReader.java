package io.medianest.server.bench;

import io.medianest.model.event.ServerEvent.NotificationAdded;
import io.medianest.model.notification.Notification;
import io.medianest.model.notification.NotificationType;
import io.medianest.server.live.LiveServer;
import io.medianest.server.testing.StalledSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/// A client that never reads and is told a lot, which nobody else hears; when the server has enough of it,
/// another one comes. For one thread.
final class SlowReader implements AutoCloseable {
    private static final String NAME = "slow";
    private static final NotificationAdded LONG_STORY = new NotificationAdded(
            "usr_" + NAME,
            new Notification(
                    "ntf_1",
                    NotificationType.REQUEST_APPROVED,
                    "A long story",
                    "x".repeat(100_000),
                    Instant.EPOCH,
                    false,
                    null));

    private final LiveServer server;
    private final int others;
    private StalledSocket socket;
    private boolean joined;
    private int closed;

    /// @param others who are connected
    SlowReader(LiveServer server, int others) throws IOException {
        this.server = server;
        this.others = others;
        this.socket = connect();
    }

    private StalledSocket connect() throws IOException {
        var stalled = StalledSocket.connect(server.port(), "/socket.io/?EIO=4&transport=websocket");
        stalled.send("40{\"token\":\"%s\"}".formatted(NAME));
        return stalled;
    }

    /// Tells it one thing more. To be called again and again.
    void tell() {
        if (isThere()) {
            joined = true;
            server.bus().publish(LONG_STORY);
        } else if (joined) {
            closed++;
            joined = false;
            comeAgain();
        }
    }

    private void comeAgain() {
        try {
            socket.close();
            socket = connect();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isThere() {
        return server.sockets().namespace("/").sockets().size() > others;
    }

    /// Tells it more until the server has had enough of it.
    ///
    /// @return how often it had, in all
    int tellUntilClosed(Duration patience) {
        int before = closed;
        long deadline = System.nanoTime() + patience.toNanos();
        while (closed == before && System.nanoTime() - deadline < 0) {
            tell();
            LockSupport.parkNanos(1_000_000);
        }
        return closed;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
