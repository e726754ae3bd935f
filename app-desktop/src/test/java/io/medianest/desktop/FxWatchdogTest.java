package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FxWatchdogTest {
    private static void onFx(Runnable work) throws InterruptedException {
        FxToolkit.start();
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            work.run();
            done.countDown();
        });
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        FxToolkit.awaitFrames();
    }

    @Test
    @DisplayName("barks when our code lets the FX thread wait, and names it")
    void waits() throws InterruptedException {
        try (var watchdog = FxWatchdog.begin()) {
            onFx(FxWatchdogTest::waitAWhile);

            assertThat(watchdog.blocks())
                    .singleElement()
                    .asString()
                    .contains("held up for")
                    .contains("waitAWhile");
        }
    }

    private static void waitAWhile() {
        long end = System.nanoTime() + Duration.ofMillis(400).toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    @Test
    @DisplayName("barks when our code lets the FX thread wait for the network, which Java does not call waiting")
    void reads() throws IOException, InterruptedException {
        FxToolkit.start();
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var here = new Socket(server.getInetAddress(), server.getLocalPort());
                var there = server.accept();
                var watchdog = FxWatchdog.begin()) {
            var begun = new CountDownLatch(1);
            var done = new CountDownLatch(1);
            Platform.runLater(() -> {
                begun.countDown();
                readOne(here);
                done.countDown();
            });
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            waitAWhile();
            there.getOutputStream().write(1);

            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
            FxToolkit.awaitFrames();
            assertThat(watchdog.blocks()).singleElement().asString().contains("readOne");
        }
    }

    private static void readOne(Socket socket) {
        try {
            assertThat(socket.getInputStream().read()).isEqualTo(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("barks when our code keeps the FX thread busy")
    void works() throws InterruptedException {
        try (var watchdog = FxWatchdog.strict()) {
            onFx(FxWatchdogTest::workAWhile);

            assertThat(watchdog.blocks()).isNotEmpty().first().asString().contains("workAWhile");
        }
    }

    /// By the thread's own time, so that it is long enough on a machine that is busy, too.
    private static void workAWhile() {
        var threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + Duration.ofMillis(300).toNanos();
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    @DisplayName("a stretch of work is as long as the FX thread takes for it")
    void stretch() {
        FxToolkit.start();
        assertThat(FxWork.longestStretch(FxWatchdogTest::workAWhile)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    @DisplayName("is quiet while the FX thread has nothing of ours to do")
    void quiet() {
        FxToolkit.start();
        try (var watchdog = FxWatchdog.begin()) {
            FxToolkit.awaitFrames();

            assertThat(watchdog.blocks()).isEmpty();
        }
    }
}
