package io.medianest.server.lan;

import io.medianest.model.settings.FoundKind;
import io.medianest.model.settings.FoundService;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens for other MediaNests, which announce themselves as this one does.
///
/// @param from our addresses on the networks that are listened to
/// @param patience how long they are waited for
record MediaNestSeeker(Supplier<List<InetAddress>> from, Duration patience) implements Seeker {
    private static final Logger LOG = LoggerFactory.getLogger(MediaNestSeeker.class);

    @Override
    public List<Callable<List<FoundService>>> searches() {
        return from.get().stream()
                .<Callable<List<FoundService>>>map(address -> () -> listen(address))
                .toList();
    }

    private List<FoundService> listen(InetAddress address) throws IOException {
        var listener = JmDNS.create(address, "looking");
        try {
            return Arrays.stream(listener.list(MulticastDns.TYPE, patience.toMillis()))
                    .flatMap(info -> read(info).stream())
                    .toList();
        } finally {
            // It takes its time to say good-bye, which nobody has to wait for.
            Thread.ofVirtual().name("mdns-look-end").start(() -> end(listener));
        }
    }

    private static void end(JmDNS listener) {
        try {
            listener.close();
        } catch (IOException e) {
            LOG.debug("a look around did not end well", e);
        }
    }

    private static Optional<FoundService> read(ServiceInfo info) {
        var name = Optional.ofNullable(info.getPropertyString("name")).orElse(info.getName());
        return Stream.concat(Arrays.stream(info.getInet4Addresses()), Arrays.stream(info.getInet6Addresses()))
                .map(host -> new Announced(name, host, info.getPort(), info.getPropertyString("version")))
                .flatMap(announced -> announced.as(FoundKind.MEDIANEST).stream())
                .findFirst();
    }
}
