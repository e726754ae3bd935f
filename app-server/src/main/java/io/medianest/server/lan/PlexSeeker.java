package io.medianest.server.lan;

import io.medianest.model.settings.FoundKind;
import io.medianest.model.settings.FoundService;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Asks all Plex servers of the house at once, by Plex's own way of being found (GDM): a datagram to a group, to which
/// each answers with what it is.
///
/// @param from our addresses on the networks that are asked
/// @param group to whom the question goes
/// @param patience how long answers are waited for
record PlexSeeker(Supplier<List<InetAddress>> from, InetSocketAddress group, Duration patience) implements Seeker {
    /// Where Plex servers listen.
    static final InetSocketAddress EVERYBODY = new InetSocketAddress(InetAddress.ofLiteral("239.0.0.250"), 32414);

    private static final byte[] QUESTION = "M-SEARCH * HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String SERVER = "plex/media-server";
    private static final int LONGEST_ANSWER = 4096;
    private static final int MOST_ANSWERS = 16;

    @Override
    public List<Callable<List<FoundService>>> searches() {
        return from.get().stream()
                .filter(Inet4Address.class::isInstance)
                .<Callable<List<FoundService>>>map(address -> () -> ask(address))
                .toList();
    }

    private List<FoundService> ask(InetAddress address) throws IOException {
        var found = new ArrayList<FoundService>();
        try (var socket = new DatagramSocket(new InetSocketAddress(address, 0))) {
            if (group.getAddress().isMulticastAddress()) {
                // A question to a group leaves by one card only, whatever address it comes from.
                socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, NetworkInterface.getByInetAddress(address));
            }
            socket.send(new DatagramPacket(QUESTION, QUESTION.length, group));
            long end = System.nanoTime() + patience.toNanos();
            for (int answers = 0; answers < MOST_ANSWERS; answers++) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) {
                    break;
                }
                socket.setSoTimeout((int) left);
                var packet = new DatagramPacket(new byte[LONGEST_ANSWER], LONGEST_ANSWER);
                socket.receive(packet);
                read(packet).ifPresent(found::add);
            }
        } catch (SocketTimeoutException _) {
            // Whoever wanted to answer has done so.
        }
        return found;
    }

    private static Optional<FoundService> read(DatagramPacket packet) {
        var fields = fields(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
        var port = fields.getOrDefault("port", "");
        if (!SERVER.equals(fields.get("content-type")) || !port.matches("\\d{1,5}")) {
            return Optional.empty();
        }
        var host = packet.getAddress();
        return new Announced(fields.getOrDefault("name", ""), host, Integer.parseInt(port), fields.get("version"))
                .as(FoundKind.PLEX);
    }

    /// Lines like those of an HTTP head, the names in lower case.
    private static Map<String, String> fields(String head) {
        return head.lines()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2 && !parts[1].isBlank())
                .collect(Collectors.toMap(
                        parts -> parts[0].strip().toLowerCase(Locale.ROOT),
                        parts -> parts[1].strip(),
                        (first, _) -> first));
    }
}
