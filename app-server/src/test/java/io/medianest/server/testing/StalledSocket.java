package io.medianest.server.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/// A WebSocket that writes and never reads, with little room for what it does not read.
public final class StalledSocket implements AutoCloseable {
    private static final int LITTLE_ROOM = 4_096;
    private static final int FINAL_TEXT = 0x81;
    private static final int MASKED = 0x80;
    private static final int SHORT = 125;

    private final Socket socket;

    private StalledSocket(Socket socket) {
        this.socket = socket;
    }

    /// @param target path and query
    public static StalledSocket connect(int port, String target) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(LITTLE_ROOM);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write("""
                GET %s HTTP/1.1\r
                Host: 127.0.0.1\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                \r
                """.formatted(target).getBytes(StandardCharsets.US_ASCII));
        return new StalledSocket(socket);
    }

    /// Sends a short text.
    public void send(String text) throws IOException {
        socket.getOutputStream().write(frame(text));
    }

    /// A text as a client's frame, with a mask of zeros.
    public static byte[] frame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        if (payload.length > SHORT) {
            throw new IllegalArgumentException("too long for a short frame");
        }
        byte[] frame = new byte[payload.length + 6];
        frame[0] = (byte) FINAL_TEXT;
        frame[1] = (byte) (MASKED | payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        return frame;
    }

    /// Reads what is left.
    ///
    /// @return true, once the other side has closed the connection
    public boolean readsToTheEnd() throws IOException {
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketException e) {
            // cut, and not closed politely
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
