package io.medianest.server.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.event.ServerEvent;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.event.EventBus.Published;
import io.medianest.server.platform.event.EventBus.Subscriber;
import io.medianest.server.platform.event.EventBus.Subscription;
import io.medianest.server.platform.observe.Correlation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LocalEventBusTest {
    private final LocalEventBus bus = new LocalEventBus();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    @DisplayName("every subscriber hears every event, in the order of publishing")
    void order() {
        var others = new CopyOnWriteArrayList<String>();
        bus.subscribe("one", published -> heard.add(nameOf(published)));
        bus.subscribe("other", published -> others.add(nameOf(published)));
        var names = IntStream.range(0, 500).mapToObj(Integer::toString).toList();

        names.forEach(this::publish);

        Await.until("all was heard", () -> heard.size() == 500 && others.size() == 500);
        assertThat(heard).isEqualTo(names);
        assertThat(others).isEqualTo(names);
    }

    @Test
    @DisplayName("a subscriber that fails hears the next event all the same, and so do the others")
    void failing() {
        var others = new CopyOnWriteArrayList<String>();
        bus.subscribe("failing", published -> {
            heard.add(nameOf(published));
            throw new IllegalStateException("cannot bear " + nameOf(published));
        });
        bus.subscribe("other", published -> others.add(nameOf(published)));

        publish("a");
        publish("b");

        Await.until("both were heard", () -> heard.size() == 2 && others.size() == 2);
        assertThat(heard).containsExactly("a", "b");
    }

    @Test
    @DisplayName("a subscriber that hangs delays nobody else")
    void hanging() {
        var release = new CountDownLatch(1);
        bus.subscribe("hanging", published -> await(release));
        bus.subscribe("other", published -> heard.add(nameOf(published)));

        publish("a");
        publish("b");

        Await.until("both were heard", () -> heard.size() == 2);
        release.countDown();
    }

    @Test
    @DisplayName("after its end a subscription hears nothing more")
    void closed() {
        var gone = new CopyOnWriteArrayList<String>();
        var subscription = bus.subscribe("gone", published -> gone.add(nameOf(published)));
        bus.subscribe("stays", published -> heard.add(nameOf(published)));
        publish("before");
        Await.until("it was heard", () -> gone.size() == 1 && heard.size() == 1);

        subscription.close();
        publish("after");

        Await.until("the one that stays heard it", () -> heard.size() == 2);
        assertThat(gone).containsExactly("before");
    }

    @Test
    @DisplayName("an error ends no subscription either, and the subscriber is told that it missed that event")
    void broken() {
        bus.subscribe("broken", new Subscriber() {
            @Override
            public void hear(Published published) {
                if (nameOf(published).equals("bad")) {
                    throw new AssertionError("broken on purpose");
                }
                heard.add(nameOf(published));
            }

            @Override
            public void missed() {
                heard.add("missed");
            }
        });

        publish("bad");
        publish("good");

        Await.until("both were dealt with", () -> heard.size() == 2);
        assertThat(heard).containsExactly("missed", "good");
    }

    @Test
    @DisplayName("a subscriber that is stuck is told what it misses; the publisher waits for it once only")
    void stuck() {
        var release = new CountDownLatch(1);
        var missed = new CopyOnWriteArrayList<String>();
        try (var small = new LocalEventBus(1, Duration.ofMillis(1))) {
            small.subscribe("stuck", new Subscriber() {
                @Override
                public void hear(Published published) {
                    heard.add(nameOf(published));
                    await(release);
                }

                @Override
                public void missed() {
                    missed.add("one");
                }
            });
            small.publish(event("taken"));
            Await.until("it is busy", () -> heard.size() == 1);
            small.publish(event("waits"));
            assertThat(missed).isEmpty();
            small.publish(event("lost"));
            small.publish(event("lost as well"));
            assertThat(missed).hasSize(2);

            release.countDown();
            Await.until("it heard the one that waited", () -> heard.size() == 2);
        }
        assertThat(heard).containsExactly("taken", "waits");
    }

    @Test
    @DisplayName("an interrupted thread publishes all the same, and stays interrupted")
    void interruptedPublisher() {
        bus.subscribe("one", published -> heard.add(nameOf(published)));

        Thread.currentThread().interrupt();
        publish("a");

        assertThat(Thread.interrupted()).isTrue();
        Await.until("it was heard", () -> heard.size() == 1);
    }

    @Test
    @DisplayName("the end of a subscription waits for the event that is being heard, interrupts nobody, and is final")
    void endsInPeace() throws Exception {
        var hearing = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var subscription = bus.subscribe("one", published -> {
            hearing.countDown();
            await(release);
            heard.add(nameOf(published) + (Thread.currentThread().isInterrupted() ? " interrupted" : " in peace"));
        });
        publish("a");
        publish("never heard");
        hearing.await();

        var closer = Thread.ofVirtual().start(subscription::close);
        Await.until("the end is waited for", () -> closer.getState() == Thread.State.TIMED_WAITING);
        release.countDown();
        closer.join();

        assertThat(heard).containsExactly("a in peace");
    }

    @Test
    @DisplayName("a subscriber may end its own subscription")
    void endsItself() {
        var own = new AtomicReference<Subscription>();
        own.set(bus.subscribe("own", published -> {
            heard.add(nameOf(published));
            own.get().close();
        }));
        bus.subscribe("other", published -> heard.add("other " + nameOf(published)));
        publish("a");
        Await.until("it was heard", () -> heard.size() == 2);
        publish("b");
        Await.until("the other heard the next", () -> heard.contains("other b"));
        assertThat(heard).doesNotContain("b");
    }

    @Test
    @DisplayName("an event carries the correlation id of its cause, and subscribers work under it")
    void correlation() {
        bus.subscribe("one", published -> heard.add(published.correlationId() + "/" + Correlation.current()));

        Correlation.run("the-cause", () -> publish("a"));
        publish("b");

        Await.until("both were heard", () -> heard.size() == 2);
        assertThat(heard.getFirst()).isEqualTo("the-cause/the-cause");
        assertThat(heard.getLast()).matches("([0-9a-f]{16})/\\1");
    }

    private void publish(String name) {
        bus.publish(event(name));
    }

    private static ServerEvent event(String name) {
        return new ServerEvent.ServiceChecked(
                new ServiceStatus(name, name, ServiceState.ONLINE, 1L, null, null, null, true));
    }

    private static String nameOf(Published published) {
        return published.event() instanceof ServerEvent.ServiceChecked(ServiceStatus service)
                ? service.name()
                : published.event().wireName();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
