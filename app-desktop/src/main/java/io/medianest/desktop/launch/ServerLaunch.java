package io.medianest.desktop.launch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server of this process from the moment that it is asked for. Whoever ends the program while it starts waits for
/// it: a start that breaks off can leave data half-way behind, and one that is forgotten a server without a window.
/// Thread-safe.
public final class ServerLaunch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerLaunch.class);

    private final EmbeddedServer server;
    private final List<String> arguments;
    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable RunningServer running;
    private volatile boolean over;

    /// @param arguments of the command line
    /// @param patience how long the end waits for a start
    public ServerLaunch(EmbeddedServer server, List<String> arguments, Duration patience) {
        this.server = server;
        this.arguments = List.copyOf(arguments);
        this.patience = patience;
    }

    /// Blocks until the server answers. May be called again where it failed.
    ///
    /// @throws StartFailure with a sentence for people
    public RunningServer start() {
        turn.lock();
        try {
            if (over) {
                throw new StartFailure("The program is ending", null);
            }
            var started = server.start(arguments);
            running = started;
            return started;
        } finally {
            if (over) {
                // Nobody waits for it any more.
                closeRunning();
            }
            turn.unlock();
        }
    }

    /// Ends the server; one that still starts has its time to come to that, and ends itself where that is not enough.
    @Override
    public void close() {
        over = true;
        try {
            if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The server still starts after {} s", patience.toSeconds());
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            closeRunning();
        } finally {
            turn.unlock();
        }
    }

    private void closeRunning() {
        var server = running;
        running = null;
        if (server != null) {
            server.close();
        }
    }
}
