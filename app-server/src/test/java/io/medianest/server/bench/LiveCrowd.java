package io.medianest.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.testing.StalledSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Many live clients that one thread reads for, as cheaply as can be: it looks for the number that an event carries and
/// at the clock, and answers pings.
final class LiveCrowd implements AutoCloseable {
    /// The number of events that are not counted.
    static final long UNCOUNTED = 999_999_999;

    private static final int LARGEST = 65_536;
    private static final int MOST = 1_000_000;
    private static final byte[] NUMBER = "\"responseTime\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STATE = "42[\"state:initial\"".getBytes(StandardCharsets.US_ASCII);
    private static final String UPGRADE = """
            GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r
            Host: 127.0.0.1\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            \r
            """;

    private final Selector selector;
    private volatile boolean closed;
    private final AtomicInteger ready = new AtomicInteger();
    private final AtomicInteger received = new AtomicInteger();
    private final long[] numbers = new long[MOST];
    private final long[] times = new long[MOST];

    private LiveCrowd(Selector selector) {
        this.selector = selector;
    }

    /// Connects and waits until everybody has their first state.
    static LiveCrowd connect(int port, int size) throws IOException, InterruptedException {
        var crowd = new LiveCrowd(Selector.open());
        for (int i = 0; i < size; i++) {
            crowd.join(port, "u" + i);
        }
        Thread.ofPlatform().daemon().name("crowd").start(crowd::run);
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (crowd.ready.get() < size && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(crowd.ready.get()).as("connected").isEqualTo(size);
        return crowd;
    }

    private void join(int port, String name) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.write(ByteBuffer.wrap(UPGRADE.getBytes(StandardCharsets.US_ASCII)));
        var head = new StringBuilder();
        var one = ByteBuffer.allocate(1);
        while (head.indexOf("\r\n\r\n") < 0) {
            one.clear();
            if (channel.read(one) < 0) {
                throw new IOException("refused: " + head);
            }
            head.append((char) one.get(0));
        }
        channel.write(ByteBuffer.wrap(StalledSocket.frame("40{\"token\":\"%s\"}".formatted(name))));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(LARGEST));
    }

    private void run() {
        while (!closed) {
            try {
                selector.select(this::read);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void read(SelectionKey key) {
        var buffer = (ByteBuffer) key.attachment();
        var channel = (SocketChannel) key.channel();
        try {
            if (channel.read(buffer) < 0) {
                key.cancel();
                return;
            }
            buffer.flip();
            while (takeFrame(buffer, channel)) {
                // one after the other
            }
            buffer.compact();
        } catch (IOException e) {
            key.cancel();
        }
    }

    /// @return false when there is no whole frame
    @SuppressWarnings("ByteBufferBackingArray") // allocated here, in join
    private boolean takeFrame(ByteBuffer buffer, SocketChannel channel) throws IOException {
        int start = buffer.position();
        if (buffer.remaining() < 2) {
            return false;
        }
        int length = buffer.get(start + 1) & 0x7f;
        int header = 2;
        if (length == 126) {
            if (buffer.remaining() < 4) {
                return false;
            }
            length = buffer.getShort(start + 2) & 0xffff;
            header = 4;
        }
        if (buffer.remaining() < header + length) {
            return false;
        }
        buffer.position(start + header + length);
        received(buffer.array(), start + header, length, channel);
        return true;
    }

    private void received(byte[] bytes, int from, int length, SocketChannel channel) throws IOException {
        if (length == 1 && bytes[from] == '2') {
            channel.write(ByteBuffer.wrap(StalledSocket.frame("3")));
        } else if (begins(bytes, from, length, STATE)) {
            ready.incrementAndGet();
        } else {
            count(bytes, from, from + length);
        }
    }

    private void count(byte[] bytes, int from, int to) {
        for (int at = from; at < to - NUMBER.length; at++) {
            if (bytes[at] == NUMBER[0] && begins(bytes, at, to - at, NUMBER)) {
                long number = 0;
                for (int digit = at + NUMBER.length; bytes[digit] >= '0' && bytes[digit] <= '9'; digit++) {
                    number = number * 10 + bytes[digit] - '0';
                }
                if (number != UNCOUNTED) {
                    int index = received.get();
                    numbers[index] = number;
                    times[index] = System.nanoTime();
                    received.set(index + 1);
                }
                return;
            }
        }
    }

    private static boolean begins(byte[] bytes, int from, int length, byte[] with) {
        return length >= with.length && Arrays.equals(bytes, from, from + with.length, with, 0, with.length);
    }

    /// Waits until so many events have come, but not longer than that.
    void await(long events, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (received.get() < events && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /// How long each event took that has come.
    ///
    /// @param due by number, when the event was to be published
    long[] delays(long[] due) {
        long[] delays = new long[received.get()];
        for (int i = 0; i < delays.length; i++) {
            delays[i] = times[i] - due[(int) numbers[i]];
        }
        return delays;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
