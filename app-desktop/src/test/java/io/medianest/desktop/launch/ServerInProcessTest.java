package io.medianest.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.desktop.api.Connection;
import io.medianest.desktop.api.EventStream;
import io.medianest.desktop.api.HttpCalls;
import io.medianest.desktop.api.HttpMediaNestApi;
import io.medianest.desktop.api.Page;
import io.medianest.desktop.api.ServerConnection;
import io.medianest.model.event.LiveState;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.media.MediaItem;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.NewMediaRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerInProcessTest {
    private static final long LIMIT_SECONDS = 30;

    @TempDir
    private Path folder;

    private final EmbeddedServer embedded = new ServerInProcess(Map.of());

    private List<String> arguments(String... more) {
        var all = new ArrayList<>(List.of("--demo", "--data.dir=" + folder, "--server.host=127.0.0.1"));
        all.addAll(List.of(more));
        return all;
    }

    private static <T> @Nullable T next(BlockingQueue<T> queue) throws InterruptedException {
        return queue.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    @DisplayName("the window's way through: start, search, ask, and hear of it on the live line")
    void throughAndThrough() throws InterruptedException {
        var states = new LinkedBlockingQueue<LiveState>();
        var heard = new LinkedBlockingQueue<ServerEvent>();
        try (RunningServer server = embedded.start(arguments("--server.port=0"))) {
            var connection = new ServerConnection(server.address(), server.credential());
            try (var calls = new HttpCalls(connection);
                    var events = new EventStream(connection, Runnable::run)) {
                var api = new HttpMediaNestApi(calls);
                events.onState(states::add);
                events.listen(heard::add);
                events.start();
                assertThat(next(states)).isNotNull();
                assertThat(events.connectionProperty().get()).isEqualTo(Connection.LIVE);

                assertThat(api.health().demo()).isTrue();
                assertThat(api.session().user().username()).isNotEmpty();
                MediaItem wanted = api.trending(null, 1).results().stream()
                        .filter(item -> !item.availability().plex()
                                && !item.availability().requested())
                        .findFirst()
                        .orElseThrow();
                assertThat(api.search(wanted.title(), null, Page.first(20)).results())
                        .extracting(MediaItem::title)
                        .contains(wanted.title());
                assertThat(calls.fetch(String.valueOf(wanted.poster()))).isNotEmpty();

                MediaRequest made =
                        api.request(new NewMediaRequest(wanted.id(), wanted.type(), null, "For Saturday", null));
                assertThat(created(heard).id()).isEqualTo(made.id());
                assertThat(api.request(made.id()).statusHistory()).isNotEmpty();
                assertThat(api.details(wanted.key()).item().availability().requestId())
                        .isEqualTo(made.id());
            }
        }
    }

    private static MediaRequest created(BlockingQueue<ServerEvent> heard) throws InterruptedException {
        for (ServerEvent event = next(heard); event != null; event = next(heard)) {
            if (event instanceof ServerEvent.RequestCreated(MediaRequest request)) {
                return request;
            }
        }
        throw new AssertionError("no such event");
    }

    @Test
    @DisplayName("a busy port is said in a sentence that names it")
    void busy() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThatThrownBy(() -> embedded.start(arguments("--server.port=" + port)))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(port)
                    .hasMessageContaining("--server.port")
                    .matches(failure -> ((StartFailure) failure).isPortTaken(), "says that another port would do");
        }
    }

    @Test
    @DisplayName("another port is taken instead where that will do, and its own one stays set")
    void otherPort() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = "--server.port=" + taken.getLocalPort();
            var anywhere = WindowArguments.read(arguments(port)).onAnyPort();

            try (var server = embedded.start(anywhere.server())) {
                assertThat(server.address().getPort()).isNotEqualTo(taken.getLocalPort());
            }
            assertThat(anywhere.server()).contains(port);
        }
    }

    @Test
    @DisplayName("an unknown option is refused with a sentence")
    void unknown() {
        assertThatThrownBy(() -> embedded.start(arguments("--server.prot=4000")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("server.prot")
                .matches(failure -> !((StartFailure) failure).isPortTaken(), "has nothing to do with a port");
    }
}
