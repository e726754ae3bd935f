package io.medianest.server.platform.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.DatabaseAddress;
import io.medianest.server.testing.PostgresServer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Which of several servers does what only one may do.
class NodesTest {
    private final String schema = "nodes_" + UUID.randomUUID().toString().replace("-", "");
    private final MovableClock clock = new MovableClock();

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @SuppressWarnings("NullAway.Init")
    private Nodes first;

    @SuppressWarnings("NullAway.Init")
    private Nodes second;

    @BeforeEach
    void join() {
        PostgresServer.ofTests().execute("CREATE SCHEMA " + schema);
        database = Database.open(PostgresServer.ofTests().address(schema));
        first = new Nodes(database, "node_1", clock);
        second = new Nodes(database, "node_2", clock);
        first.join();
        second.join();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void pass(Duration time, Nodes... living) {
        for (var left = time; left.isPositive(); left = left.minus(Nodes.BEAT)) {
            clock.advance(Nodes.BEAT);
            for (var node : living) {
                node.beat();
            }
        }
    }

    @Test
    @DisplayName("one of two leads, and goes on to")
    void one() {
        assertThat(first.leads()).isTrue();
        assertThat(second.leads()).isFalse();

        pass(Duration.ofMinutes(2), first, second);

        assertThat(first.leads()).isTrue();
        assertThat(second.leads()).isFalse();
    }

    @Test
    @DisplayName("one that dies without a word is replaced within 30 seconds, and has stopped leading before")
    void dies() {
        var lost = new AtomicInteger();
        var begun = new AtomicInteger();
        second.onLost(lost::incrementAndGet);
        second.onLead(begun::incrementAndGet);

        var passed = Duration.ZERO;
        while (!second.leads()) {
            pass(Nodes.BEAT, second);
            passed = passed.plus(Nodes.BEAT);
            assertThat(first.leads() && second.leads()).as("both lead").isFalse();
        }

        assertThat(passed).isLessThan(Duration.ofSeconds(30));
        assertThat(first.leads()).isFalse();
        assertThat(lost).hasValue(1);
        assertThat(begun).hasValue(1);
    }

    @Test
    @DisplayName("one that was seen to live is company; what a dead one has left behind is not")
    void company() {
        assertThat(second.hasCompany()).isFalse();
        pass(Nodes.BEAT, second);
        assertThat(second.hasCompany()).as("the first has not moved").isFalse();

        pass(Nodes.BEAT, first, second);
        assertThat(second.hasCompany()).isTrue();

        pass(Duration.ofSeconds(30), second);
        assertThat(second.hasCompany()).as("the first has died").isFalse();
    }

    @Test
    @DisplayName("one that was only asleep joins again, and takes nothing from who leads now")
    void sleeps() {
        pass(Duration.ofSeconds(30), second);
        assertThat(second.leads()).isTrue();

        pass(Duration.ofMinutes(1), first, second);

        assertThat(first.leads()).isFalse();
        assertThat(second.leads()).isTrue();
        second.close();
        pass(Nodes.BEAT, first);
        assertThat(first.leads()).isTrue();
    }

    @Test
    @DisplayName("one that leaves hands over at the next beat, and nobody takes it for lost")
    void leaves() {
        var lost = new AtomicInteger();
        second.onLost(lost::incrementAndGet);
        pass(Nodes.BEAT, first, second);
        first.close();
        assertThat(first.leads()).isFalse();

        pass(Nodes.BEAT, second);

        assertThat(second.leads()).isTrue();
        assertThat(lost).hasValue(0);
    }

    @Test
    @DisplayName("a server that has its database to itself leads at once, whoever was there before")
    void alone() {
        try (var embedded = Database.open(DatabaseAddress.inMemory(schema))) {
            new Nodes(embedded, "node_before", clock).join();
            var node = new Nodes(embedded, "node_now", clock);
            node.join();
            assertThat(node.leads()).isTrue();
            assertThat(embedded.store(NodeStore.class).all())
                    .extracting(NodeStore.Beat::id)
                    .containsExactly("node_now");
        }
    }
}
