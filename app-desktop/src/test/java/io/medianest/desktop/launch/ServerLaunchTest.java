package io.medianest.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ServerLaunchTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger closed = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        goOn.countDown();
        threads.close();
    }

    private RunningServer slowly(List<String> arguments) {
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            interrupted.set(true);
        }
        return new Running();
    }

    @Test
    @DisplayName("a start that goes on while the program ends is neither broken off nor forgotten")
    void endedWhileStarting() throws Exception {
        var launch = new ServerLaunch(this::slowly, List.of(), LONG);
        var starting = threads.submit(launch::start);
        begun.await();
        var ending = threads.submit(launch::close);
        assertThat(ending.isDone()).isFalse();

        goOn.countDown();
        ending.get(1, TimeUnit.MINUTES);
        starting.get(1, TimeUnit.MINUTES);

        assertThat(closed).hasValue(1);
        assertThat(interrupted).isFalse();
    }

    @Test
    @DisplayName("a start that takes longer than anybody waits ends what it has started itself")
    void tooSlow() throws Exception {
        var launch = new ServerLaunch(this::slowly, List.of(), Duration.ZERO);
        var starting = threads.submit(launch::start);
        begun.await();
        launch.close();
        assertThat(closed).hasValue(0);

        goOn.countDown();
        starting.get(1, TimeUnit.MINUTES);

        assertThat(closed).hasValue(1);
    }

    @Test
    @DisplayName("the server is ended once, and none is started afterwards")
    void ended() {
        var launch = new ServerLaunch(arguments -> new Running(), List.of(), LONG);
        launch.start();

        launch.close();
        launch.close();

        assertThat(closed).hasValue(1);
        assertThatThrownBy(launch::start).isInstanceOf(StartFailure.class);
    }

    @Test
    @DisplayName("a start that failed can be repeated")
    void again() {
        var attempts = new AtomicInteger();
        var launch = new ServerLaunch(
                arguments -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new StartFailure("The port is busy", null);
                    }
                    return new Running();
                },
                List.of(),
                LONG);
        assertThatThrownBy(launch::start).hasMessage("The port is busy");

        assertThat(launch.start().credential()).isEqualTo("key");

        launch.close();
        assertThat(closed).hasValue(1);
    }

    private final class Running implements RunningServer {
        @Override
        public URI address() {
            return URI.create("http://127.0.0.1:1/");
        }

        @Override
        public String credential() {
            return "key";
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
