package io.medianest.server.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// When what is announced, over an announcer that only writes it down.
class AnnouncementTest {
    private static final Announcer.Service SERVICE = new Announcer.Service("MediaNest on attic", "attic", 4000, "1");
    private static final Duration SOON = Duration.ofSeconds(10);

    private final List<String> said = new CopyOnWriteArrayList<>();
    private volatile List<InetAddress> addresses = addresses("10.0.0.1", "10.0.0.2");

    private static List<InetAddress> addresses(String... addresses) {
        return Stream.of(addresses).map(InetAddress::ofLiteral).toList();
    }

    private Announcer.Answering begin(InetAddress at, Announcer.Service service) throws IOException {
        if (at.getHostAddress().equals("10.0.0.66")) {
            throw new IOException("no multicast here");
        }
        said.add("+" + at.getHostAddress());
        return () -> said.add("-" + at.getHostAddress());
    }

    private Announcement announcement() {
        return new Announcement(this::begin, () -> addresses, SOON);
    }

    @Test
    @DisplayName("it follows the addresses as they come and go, and says good-bye at the end")
    void follows() throws InterruptedException {
        var announcement = announcement();
        announcement.refresh(SERVICE);
        announcement.refresh(SERVICE);
        assertThat(said).containsExactly("+10.0.0.1", "+10.0.0.2");

        addresses = addresses("10.0.0.2", "10.0.0.3");
        announcement.refresh(SERVICE);
        assertThat(said).endsWith("+10.0.0.3", "-10.0.0.1");

        announcement.close();
        assertThat(said).hasSize(6).contains("-10.0.0.2", "-10.0.0.3");
        announcement.refresh(SERVICE);
        assertThat(said).hasSize(6);
    }

    @Test
    @DisplayName("where it cannot be announced it is tried again, and the other addresses go on")
    void failure() throws InterruptedException {
        addresses = addresses("10.0.0.66", "10.0.0.2");
        try (var announcement = announcement()) {
            announcement.refresh(SERVICE);
            assertThat(said).containsExactly("+10.0.0.2");
        }
    }

    @Test
    @DisplayName("a network that does not let go does not hold up the end")
    void deadline() throws InterruptedException {
        var never = new CountDownLatch(1);
        var announcement = new Announcement(
                (at, service) -> () -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    said.add("ended");
                },
                () -> addresses,
                Duration.ofMillis(1));
        announcement.refresh(SERVICE);

        announcement.close();

        assertThat(said).isEmpty();
        never.countDown();
    }

    @Test
    @DisplayName("an announcement that comes about while the server ends is taken back")
    void endsMeanwhile() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var announcement = new Announcement(
                (at, service) -> {
                    begun.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    return begin(at, service);
                },
                () -> addresses("10.0.0.1"),
                SOON);
        var refreshing = Thread.ofVirtual().start(() -> announcement.refresh(SERVICE));
        begun.await();

        announcement.close();
        goOn.countDown();
        refreshing.join();

        assertThat(said).containsExactly("+10.0.0.1", "-10.0.0.1");
    }
}
