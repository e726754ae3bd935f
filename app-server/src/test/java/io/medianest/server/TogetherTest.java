package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.node.Nodes;
import io.medianest.server.testing.PostgresServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Servers on one PostgreSQL that somebody has forgotten to link.
class TogetherTest {
    private static final String SCHEMA = "together";

    private final MovableClock clock = new MovableClock();

    @Test
    @DisplayName("two servers on one database without a Redis say what is missing; one alone says nothing")
    void unlinked() {
        var postgres = PostgresServer.ofTests();
        postgres.execute("CREATE SCHEMA " + SCHEMA);
        try (var first = Database.open(postgres.address(SCHEMA));
                var second = Database.open(postgres.address(SCHEMA));
                var alone = joined("node_1", first)) {
            alone.beat();
            alone.beat();
            assertThat(first.link().problem()).isEmpty();

            try (var other = joined("node_2", second)) {
                alone.beat();
                other.beat();
                alone.beat();
                other.beat();
                assertThat(first.link().problem())
                        .hasValueSatisfying(said -> assertThat(said).contains("redis.url"));
                assertThat(second.link().problem()).isEqualTo(first.link().problem());
            }
        }
    }

    private Together joined(String name, Database database) {
        var nodes = new Nodes(database, name, clock);
        nodes.join();
        return Together.of(new ServerConfig.Storage(null, null), database, nodes, clock);
    }
}
