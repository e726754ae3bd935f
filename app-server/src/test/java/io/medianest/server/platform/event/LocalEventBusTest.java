package io.medianest.server.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.event.ServerEvent;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.event.EventBus.Published;
import io.medianest.server.platform.observe.Correlation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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
        bus.publish(new ServerEvent.ServiceChecked(
                new ServiceStatus(name, name, ServiceState.ONLINE, 1L, null, null, null, true)));
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
