package io.medianest.desktop.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// By which a second start of the program calls the window that is open already, and hands it what it was to open. A
/// small file in the data directory, which only its owner can read, says where to ring and how it is known that an
/// owner rings; the bell itself is a socket of this machine. Thread-safe.
public final class Doorbell implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);
    private static final String FILE = "window.door";
    private static final String ANSWER = "coming";
    private static final int PATIENCE = (int) Duration.ofSeconds(3).toMillis();
    private static final int LONGEST = 16 * 1024;
    private static final int SECRET_BYTES = 24;

    private final ServerSocket socket;
    private final OwnFile file;
    private final String secret;
    private final Consumer<List<String>> onRing;

    private Doorbell(ServerSocket socket, OwnFile file, String secret, Consumer<List<String>> onRing) {
        this.socket = socket;
        this.file = file;
        this.secret = secret;
        this.onRing = onRing;
    }

    /// Listens from now on.
    ///
    /// @param directory the data directory
    /// @param onRing is called on a thread of its own, with what is to be opened
    public static Doorbell install(Path directory, Consumer<List<String>> onRing) throws IOException {
        var random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        var secret = HexFormat.of().formatHex(random);
        var file = new OwnFile(directory.resolve(FILE));
        var socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        try {
            file.write(socket.getLocalPort() + "\n" + secret + "\n");
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        var bell = new Doorbell(socket, file, secret, onRing);
        Thread.ofVirtual().name("doorbell").start(bell::listen);
        return bell;
    }

    /// Rings where a window is open on this data directory.
    ///
    /// @param links what it is to open
    /// @return whether somebody came
    public static boolean ring(Path directory, List<String> links) {
        Optional<String> written = new OwnFile(directory.resolve(FILE)).read();
        List<String> lines = written.orElse("").lines().toList();
        if (lines.size() != 2 || !lines.getFirst().matches("\\d{1,5}")) {
            return false;
        }
        try (var socket = new Socket()) {
            int port = Integer.parseInt(lines.getFirst());
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            var message = new StringBuilder(lines.getLast()).append('\n');
            links.forEach(link -> message.append(link.replaceAll("\\R", " ")).append('\n'));
            socket.getOutputStream().write(message.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            return read(socket.getInputStream()).contains(ANSWER);
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("Nobody answers the door", e);
            return false;
        }
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket visitor = socket.accept()) {
                visitor.setSoTimeout(PATIENCE);
                answer(visitor);
            } catch (IOException e) {
                LOG.debug("A visitor left", e);
            }
        }
    }

    private void answer(Socket visitor) throws IOException {
        List<String> lines = read(visitor.getInputStream());
        if (lines.isEmpty() || !isSecret(lines.getFirst())) {
            return;
        }
        onRing.accept(List.copyOf(lines.subList(1, lines.size())));
        OutputStream out = visitor.getOutputStream();
        out.write((ANSWER + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private boolean isSecret(String said) {
        return MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    /// The lines up to an empty one, or as many as there is room for.
    private static List<String> read(InputStream in) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(new Bounded(in, LONGEST), StandardCharsets.UTF_8));
        var lines = new ArrayList<String>();
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    /// A stream that ends after so many bytes.
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private int left;

        Bounded(InputStream in, int most) {
            this.in = in;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? in.read() : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = left <= 0 ? -1 : in.read(bytes, offset, Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        file.delete();
    }
}
