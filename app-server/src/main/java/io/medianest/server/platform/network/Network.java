package io.medianest.server.platform.network;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the operating system about this machine.
final class Network {
    private static final Logger LOG = LoggerFactory.getLogger(Network.class);
    private static final Path LINUX_HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    /// Addresses that belong to documentation: nobody has them, and the way to them is the way to everybody.
    private static final List<String> FAR_AWAY = List.of("198.51.100.1", "2001:db8::1");

    private static final int DISCARD = 9;

    private Network() {}

    static Machine look() {
        return new Machine(hostName(), addresses());
    }

    /// The system's own word comes first: Java's asks the name service, which may take its time.
    private static String hostName() {
        return Optional.ofNullable(System.getenv("COMPUTERNAME"))
                .or(Network::hostNameOfLinux)
                .filter(name -> !name.isBlank())
                .orElseGet(Network::hostNameOfJava);
    }

    private static Optional<String> hostNameOfLinux() {
        try {
            return Files.isReadable(LINUX_HOST_NAME)
                    ? Optional.of(Files.readString(LINUX_HOST_NAME).strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String hostNameOfJava() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            LOG.debug("this machine does not know its name", e);
            return "localhost";
        }
    }

    private static List<InetAddress> addresses() {
        var found = new ArrayList<InetAddress>();
        try {
            NetworkInterface.networkInterfaces()
                    .filter(Network::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .sorted(Comparator.comparingInt(Network::distance))
                    .forEach(found::add);
        } catch (SocketException e) {
            LOG.debug("the network cannot be looked at", e);
        }
        var ordered = new LinkedHashSet<InetAddress>();
        FAR_AWAY.stream()
                .flatMap(address -> leaving(InetAddress.ofLiteral(address)).stream())
                .filter(found::contains)
                .forEach(ordered::add);
        ordered.addAll(found);
        // A machine with both is reached by its short address first.
        return ordered.stream()
                .sorted(Comparator.comparing(Inet6Address.class::isInstance))
                .toList();
    }

    private static boolean isUp(NetworkInterface card) {
        try {
            return card.isUp() && !card.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }

    /// The nearer, the likelier somebody in the house can use it.
    private static int distance(InetAddress address) {
        if (address.isLinkLocalAddress()) {
            return 2;
        }
        return address instanceof Inet4Address && !address.isSiteLocalAddress() ? 1 : 0;
    }

    /// Our address on the way to another. Nothing is sent.
    private static Optional<InetAddress> leaving(InetAddress to) {
        try (var socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(to, DISCARD));
            return Optional.of(socket.getLocalAddress());
        } catch (IOException | RuntimeException e) {
            LOG.trace("no way to {}", to, e);
            return Optional.empty();
        }
    }
}
