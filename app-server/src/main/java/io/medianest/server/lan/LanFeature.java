package io.medianest.server.lan;

import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.job.Schedule;
import io.medianest.server.platform.network.OwnAddresses;
import io.medianest.server.platform.resilience.HttpUpstream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Being found in the house, and finding, as a whole: what the rest of the program sees of this package.
public final class LanFeature implements AutoCloseable {
    private static final Duration GOOD_BYE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration ANSWERS = Duration.ofMillis(1500);
    private static final Duration KNOCK = Duration.ofMillis(800);

    private final Whereabouts whereabouts;
    private final Announcement announcement;
    private final Neighbourhood neighbourhood;
    private final HttpUpstream http = HttpUpstream.open(KNOCK, ANSWERS);
    private final String version;

    /// @param bound the only address that the server listens on; null for all of them
    /// @param publicUrl where a proxy serves it; null without one
    /// @param services addresses of the services that are set
    public LanFeature(
            OwnAddresses own,
            @Nullable InetAddress bound,
            @Nullable URI publicUrl,
            Supplier<List<URI>> services,
            String version) {
        this.whereabouts = new Whereabouts(own, bound, publicUrl);
        this.announcement = new Announcement(new MulticastDns(), whereabouts::listening, GOOD_BYE);
        // A server that keeps to its own machine does not raise its voice on the network either.
        this.neighbourhood = new Neighbourhood(
                List.of(
                        new PlexSeeker(whereabouts::listening, PlexSeeker.EVERYBODY, ANSWERS),
                        new MediaNestSeeker(whereabouts::listening, ANSWERS)),
                new KnownPorts(http, KnownPorts.USUAL),
                own,
                services);
        this.version = version;
    }

    /// The address that neighbours should try first.
    ///
    /// @param port where the server listens
    public String address(int port) {
        return whereabouts.urls(port).getFirst();
    }

    public List<Routes> routes() {
        return List.of(new LanRoutes(whereabouts, version), new DiscoveryRoutes(neighbourhood));
    }

    /// Begins to announce the server, in the background, and follows its addresses.
    public void announce(Schedule schedule, int port) {
        schedule.every("announcement", LOOK, () -> announcement.refresh(service(port)));
    }

    private Announcer.Service service(int port) {
        return new Announcer.Service(whereabouts.name(), whereabouts.hostName(), port, version);
    }

    @Override
    public void close() throws InterruptedException {
        http.close();
        announcement.close();
    }
}
