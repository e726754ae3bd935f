package io.medianest.server.platform.node;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// SQL of servers and leases.
interface NodeStore {
    @SqlUpdate("INSERT INTO node (id, beat, joined_at) VALUES (:id, 0, :now) ON CONFLICT DO NOTHING")
    void join(String id, Instant now);

    /// @return 0 when the others have given it up
    @SqlUpdate("UPDATE node SET beat = beat + 1 WHERE id = :id")
    int beat(String id);

    @SqlQuery("SELECT id, beat FROM node")
    @RegisterConstructorMapper(Beat.class)
    List<Beat> all();

    @SqlUpdate("DELETE FROM node WHERE id = :id")
    void leave(String id);

    /// Gives one up that has not beaten since.
    @SqlUpdate("DELETE FROM node WHERE id = :id AND beat = :beat")
    void giveUp(String id, long beat);

    @SqlUpdate("DELETE FROM node WHERE id <> :id")
    void giveUpOthers(String id);

    /// Takes a lease that no living server has.
    @SqlUpdate("UPDATE lease SET holder = :id WHERE name = :name AND holder NOT IN (SELECT node.id FROM node)")
    void take(String name, String id);

    @SqlQuery("SELECT holder FROM lease WHERE name = :name")
    String holder(String name);

    /// How far one has got.
    record Beat(String id, long beat) {}
}
