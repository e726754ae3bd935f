package io.medianest.server.platform.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.socket.SocketContext;
import io.helidon.websocket.WsSession;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HelidonChannelTest {
    private static final EnginePacket HELLO = new EnginePacket.Message(new EngineMessage.Text("hello"));

    private final SlowSession session = new SlowSession();
    private final HelidonChannel channel = new HelidonChannel(session);
    private final Thread writer = Thread.ofPlatform().daemon().unstarted(() -> channel.send(HELLO));
    private final Thread reader = Thread.ofPlatform().daemon().unstarted(channel::answerClose);

    private void bothAtOnce() throws InterruptedException {
        writer.start();
        session.writing.await();
        reader.start();
        while (reader.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    @DisplayName("the client's good-bye is answered after what is being written, and once only")
    void answerClose() throws Exception {
        bothAtOnce();
        assertThat(session.log).isEmpty();
        session.open.countDown();
        assertThat(session.log.take()).isEqualTo("4hello");
        assertThat(session.log.take()).isEqualTo("close 1000");
        reader.join();
        channel.close();
        channel.send(HELLO);
        assertThat(session.log).isEmpty();
    }

    @Test
    @DisplayName("nobody waits for a stuck writer longer than the connection lives")
    void cut() throws Exception {
        bothAtOnce();
        reader.interrupt();
        reader.join();
        assertThat(session.log).isEmpty();
        session.open.countDown();
        writer.join();
        assertThat(session.log).containsExactly("4hello");
    }

    /// A connection that takes nothing until it is told to.
    private static final class SlowSession implements WsSession {
        private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
        private final CountDownLatch writing = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        @Override
        public WsSession send(String text, boolean last) {
            writing.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            log.add(text);
            return this;
        }

        @Override
        public WsSession close(int code, String reason) {
            log.add("close " + code);
            return this;
        }

        @Override
        public WsSession send(BufferData bytes, boolean last) {
            throw new UnsupportedOperationException();
        }

        @Override
        public WsSession ping(BufferData payload) {
            throw new UnsupportedOperationException();
        }

        @Override
        public WsSession pong(BufferData payload) {
            throw new UnsupportedOperationException();
        }

        @Override
        public WsSession terminate() {
            throw new UnsupportedOperationException();
        }

        @Override
        public SocketContext socketContext() {
            throw new UnsupportedOperationException();
        }
    }
}
