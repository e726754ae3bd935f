package io.medianest.server.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The real thing, over the loopback address: nothing of it reaches the network.
class MulticastDnsTest {
    private static final long PATIENCE_SECONDS = 30;

    @Test
    @DisplayName("whoever looks for MediaNest finds it, with its port, version and path")
    void found() throws IOException, InterruptedException {
        var loopback = InetAddress.getLoopbackAddress();
        // Another test run on this machine may announce at the same time.
        var name = "MediaNest on " + UUID.randomUUID();
        var answering = new MulticastDns().begin(loopback, new Announcer.Service(name, "attic", 4711, "1.2.3"));
        try (var looking = JmDNS.create(loopback, "looking")) {
            var finds = new Finds(name);
            looking.addServiceListener(MulticastDns.TYPE, finds);
            var found = finds.next();

            assertThat(found).isNotNull();
            assertThat(found.getPort()).isEqualTo(4711);
            assertThat(found.getPropertyString("version")).isEqualTo("1.2.3");
            assertThat(found.getPropertyString("path")).isEqualTo("/");
            assertThat(found.getPropertyString("name")).isEqualTo(name);
            assertThat(found.getInet4Addresses())
                    .extracting(InetAddress::getHostAddress)
                    .containsExactly(loopback.getHostAddress());
        } finally {
            answering.end();
        }
    }

    /// What is found of one name, once all that is told of it has come.
    private record Finds(String name, BlockingQueue<ServiceInfo> complete) implements ServiceListener {
        Finds(String name) {
            this(name, new LinkedBlockingQueue<>());
        }

        @Nullable ServiceInfo next() throws InterruptedException {
            return complete.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public void serviceAdded(ServiceEvent event) {
            // Its port and text come later.
        }

        @Override
        public void serviceRemoved(ServiceEvent event) {
            // Nothing to forget.
        }

        @Override
        public void serviceResolved(ServiceEvent event) {
            if (event.getName().equals(name) && event.getInfo().getPropertyString("version") != null) {
                complete.add(event.getInfo());
            }
        }
    }
}
