package io.medianest.server.platform.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.socketio.engine.EnginePacket.Control;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OutletTest {
    private static final EnginePacket HELLO = new EnginePacket.Message(new EngineMessage.Text("hello"));

    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<PollReply> replies = new LinkedBlockingQueue<>();
    private final Outlet outlet = new Outlet(new Outbox(2, 1_000), new ChannelEnds(timers), new Outlet.Events() {
        @Override
        public void failed() {
            told.add("failed");
        }

        @Override
        public void ended() {
            told.add("ended");
        }
    });

    @BeforeEach
    void parkAPoll() {
        var poller = Thread.ofPlatform().daemon().start(() -> {
            try {
                replies.add(outlet.poll());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        while (poller.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void stop() {
        timers.shutdownNow();
    }

    private PollReply reply() throws InterruptedException {
        return replies.take();
    }

    @Test
    @DisplayName("a packet wakes the parked poll")
    void packet() throws Exception {
        assertThat(outlet.add(List.of(HELLO))).isEqualTo(Outlet.Added.WAITING);
        assertThat(reply()).isEqualTo(new PollReply.Packets(List.of(HELLO)));
    }

    @Test
    @DisplayName("lingering wakes the parked poll with a good-bye, and that is the end")
    void lingering() throws Exception {
        outlet.linger();
        assertThat(reply()).isEqualTo(new PollReply.Packets(List.of(Control.CLOSE)));
        assertThat(told).containsExactly("ended");
        assertThat(outlet.add(List.of(HELLO))).isEqualTo(Outlet.Added.SHUT);
        assertThat(outlet.poll()).isInstanceOf(PollReply.Refused.class);
    }

    @Test
    @DisplayName("shutting wakes the parked poll with the farewell, once only")
    void shutting() throws Exception {
        outlet.shut(Control.NOOP);
        outlet.shut(Control.CLOSE);
        assertThat(reply()).isEqualTo(new PollReply.Packets(List.of(Control.NOOP)));
        assertThat(told).containsExactly("ended");
    }

    @Test
    @DisplayName("a second poll beside a parked one is seen as such")
    void duplicate() throws Exception {
        assertThat(outlet.poll()).isInstanceOf(PollReply.Duplicate.class);
    }

    @Test
    @DisplayName("the parked poll is let go when an upgrade begins, and what comes after the upgrade is written")
    void upgrading() throws Exception {
        var channel = new FakeChannel();
        assertThat(outlet.offer(channel)).isTrue();
        assertThat(outlet.offer(new FakeChannel())).isFalse();
        assertThat(reply()).isEqualTo(new PollReply.Packets(List.of(Control.NOOP)));
        assertThat(outlet.upgrade(channel)).isTrue();
        outlet.add(List.of(HELLO));
        assertThat(channel.log.take()).isEqualTo("4hello");
        assertThat(outlet.poll()).isInstanceOf(PollReply.Refused.class);
        outlet.linger();
        assertThat(channel.log.take()).isEqualTo("close");
    }

    @Test
    @DisplayName("an upgrade that overtakes the parked poll refuses it")
    void overtaken() throws Exception {
        var channel = new FakeChannel();
        outlet.offer(channel);
        outlet.upgrade(channel);
        assertThat(reply()).isInstanceOf(PollReply.Refused.class);
    }

    @Test
    @DisplayName("a stuck writer does not keep the outlet from filling up, being shut and being cut")
    void stuckWriter() throws Exception {
        var channel = new FakeChannel();
        channel.open = new CountDownLatch(1);
        outlet.offer(channel);
        outlet.upgrade(channel);
        reply();
        outlet.add(List.of(HELLO));
        channel.writing.await();
        assertThat(outlet.add(List.of(HELLO, HELLO))).isEqualTo(Outlet.Added.WAITING);
        assertThat(outlet.add(List.of(HELLO))).isEqualTo(Outlet.Added.OVERFLOWED);
        outlet.shut(Control.CLOSE);
        outlet.cut();
        assertThat(channel.log.take()).isEqualTo("terminate");
        assertThat(told.poll(5, TimeUnit.SECONDS)).isEqualTo("ended");
    }

    @Test
    @DisplayName("whoever says good-bye waits for a poll no longer than needed: not beside one, nor once all is over")
    void awaitPoll() throws Exception {
        outlet.awaitPoll();
        outlet.add(List.of(HELLO));
        reply();
        var farewell = Thread.ofPlatform().daemon().start(() -> {
            try {
                outlet.awaitPoll();
                outlet.shut(Control.NOOP);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        while (farewell.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(outlet.poll()).isEqualTo(new PollReply.Packets(List.of(Control.NOOP)));
        outlet.awaitPoll();
    }

    @Test
    @DisplayName("a failing write is told")
    void failing() throws Exception {
        var channel = new FakeChannel();
        channel.broken = true;
        outlet.offer(channel);
        outlet.upgrade(channel);
        outlet.add(List.of(HELLO));
        assertThat(told.poll(5, TimeUnit.SECONDS)).isEqualTo("failed");
        assertThat(channel.log.take()).isEqualTo("terminate");
    }

    private static final class FakeChannel implements WebSocketChannel {
        private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
        private final CountDownLatch writing = new CountDownLatch(1);
        private volatile CountDownLatch open = new CountDownLatch(0);
        private volatile boolean broken;

        @Override
        public void send(EnginePacket packet) {
            writing.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (broken) {
                throw new IllegalStateException("broken on purpose");
            }
            log.add(packet.text());
        }

        @Override
        public void close() {
            log.add("close");
        }

        @Override
        public void terminate() {
            log.add("terminate");
            open.countDown();
        }
    }
}
