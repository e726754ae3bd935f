package io.medianest.server.platform.socketio.engine;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.socket.SocketWriterException;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.websocket.WsCloseCodes;
import io.helidon.websocket.WsSession;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Helidon WebSocket whose writes are locked (its own are not), and which can be cut from outside.
final class HelidonChannel implements WebSocketChannel {
    private static final Logger LOG = LoggerFactory.getLogger(HelidonChannel.class);

    private final WsSession socket;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean closed;
    private volatile boolean gone;

    HelidonChannel(WsSession socket) {
        this.socket = socket;
    }

    @Override
    public void send(EnginePacket packet) {
        if (packet instanceof EnginePacket.Message(EngineMessage.Binary(byte[] bytes))) {
            write(() -> socket.send(BufferData.create(bytes), true));
        } else {
            write(() -> socket.send(packet.text(), true));
        }
    }

    void pong(BufferData payload) {
        write(() -> socket.pong(payload));
    }

    @Override
    public void close() {
        try {
            write(() -> {
                closed = true;
                socket.close(WsCloseCodes.NORMAL_CLOSE, "");
            });
        } catch (UncheckedIOException | SocketWriterException e) {
            LOG.debug("nobody there to say good-bye to", e);
        }
    }

    /// Answers the client's good-bye after what is being written. Helidon does not answer it a second time; it would
    /// not wait for the writer, and their frames would become one. Given up when the connection is cut meanwhile.
    void answerClose() {
        try {
            writing.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            close();
        } finally {
            writing.unlock();
        }
    }

    /// Interrupting the virtual thread that reads a connection closes the connection, which also frees a blocked
    /// writer.
    @Override
    public void terminate() {
        if (!gone && socket instanceof ServerConnection connection) {
            connection.close(true);
        }
    }

    /// Nothing more can be read or written.
    void gone() {
        gone = true;
    }

    private void write(Runnable frame) {
        writing.lock();
        try {
            if (!closed && !gone) {
                frame.run();
            }
        } finally {
            writing.unlock();
        }
    }
}
