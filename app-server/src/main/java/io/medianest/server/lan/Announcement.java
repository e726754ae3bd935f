package io.medianest.server.lan;

import io.medianest.server.lan.Announcer.Answering;
import io.medianest.server.lan.Announcer.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the server announced at each address that it has, as these come and go. That it cannot be is worth a line in
/// the log and nothing more. Thread-safe.
final class Announcement implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    /// Who has more has virtual networks, on which nobody looks for films.
    private static final int MOST = 4;

    private final Announcer announcer;
    private final Supplier<List<InetAddress>> addresses;
    private final Duration deadline;
    private final Map<InetAddress, Answering> standing = new HashMap<>();
    private boolean closed;

    /// @param addresses where neighbours reach the server now
    /// @param deadline of saying good-bye
    Announcement(Announcer announcer, Supplier<List<InetAddress>> addresses, Duration deadline) {
        this.announcer = announcer;
        this.addresses = addresses;
        this.deadline = deadline;
    }

    /// Announces `service` where it is not yet, and ends what stands where the server is no more. Not to be called
    /// twice at the same time.
    void refresh(Service service) {
        var wanted = addresses.get().stream().limit(MOST).toList();
        for (var address : wanted) {
            if (!stands(address)) {
                begin(address, service);
            }
        }
        takeDownAllBut(wanted).forEach(Announcement::end);
    }

    private synchronized boolean stands(InetAddress address) {
        return closed || standing.containsKey(address);
    }

    private void begin(InetAddress address, Service service) {
        try {
            var answering = announcer.begin(address, service);
            if (put(address, answering)) {
                LOG.info("announced on the network as \"{}\" at {}", service.name(), address.getHostAddress());
            } else {
                end(address, answering);
            }
        } catch (IOException | RuntimeException e) {
            LOG.info("cannot be announced at {}: {}", address.getHostAddress(), e.toString());
        }
    }

    /// @return false when the server has ended meanwhile
    private synchronized boolean put(InetAddress address, Answering answering) {
        if (!closed) {
            standing.put(address, answering);
        }
        return !closed;
    }

    private synchronized Map<InetAddress, Answering> takeDownAllBut(Collection<InetAddress> wanted) {
        var gone = new HashMap<>(standing);
        gone.keySet().removeAll(Set.copyOf(wanted));
        standing.keySet().removeAll(gone.keySet());
        return gone;
    }

    private static void end(InetAddress address, Answering answering) {
        try {
            answering.end();
        } catch (IOException | RuntimeException e) {
            LOG.debug("the announcement at {} did not end well", address.getHostAddress(), e);
        }
    }

    /// Says good-bye, all at the same time; whoever takes longer than the deadline is left to it.
    @Override
    public void close() throws InterruptedException {
        var left = leave();
        var done = new CountDownLatch(left.size());
        left.forEach((address, answering) -> Thread.ofVirtual().name("mdns-end").start(() -> {
            end(address, answering);
            done.countDown();
        }));
        if (!done.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("the network is slow to hear our good-bye");
        }
    }

    private synchronized Map<InetAddress, Answering> leave() {
        closed = true;
        return takeDownAllBut(Set.of());
    }
}
