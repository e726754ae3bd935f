package io.medianest.server.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/// SQL of people.
@RegisterConstructorMapper(Account.class)
public interface AccountStore {
    @SqlQuery("SELECT * FROM app_user WHERE id = :id")
    Optional<Account> find(String id);

    @SqlQuery("SELECT * FROM app_user WHERE id = :id FOR UPDATE")
    Optional<Account> findForUpdate(String id);

    @SqlQuery("SELECT * FROM app_user WHERE role = 'ADMIN' AND status = 'ACTIVE' ORDER BY id FOR UPDATE")
    List<Account> adminsForUpdate();

    @SqlQuery("SELECT * FROM app_user WHERE plex_id = :plexId")
    Optional<Account> findByPlex(String plexId);

    @SqlQuery("SELECT * FROM app_user WHERE plex_id = :plexId FOR UPDATE")
    Optional<Account> findByPlexForUpdate(String plexId);

    @SqlQuery("SELECT * FROM app_user ORDER BY created_at, id LIMIT :limit OFFSET :offset")
    List<Account> page(int limit, long offset);

    @SqlQuery("SELECT count(*) FROM app_user")
    long count();

    @SqlUpdate("""
            INSERT INTO app_user (id, username, email, thumb, role, status, plex_id, plex_token, preferences,
                downloads_need_approval, created_at, updated_at, last_login_at)
            VALUES (:id, :username, :email, :thumb, :role, :status, :plexId, :plexToken, :preferences,
                :downloadsNeedApproval, :createdAt, :updatedAt, :lastLoginAt)""")
    void insert(@BindMethods Account account);

    @SqlUpdate("""
            UPDATE app_user
            SET email = :email, thumb = :thumb, role = :role, status = :status, plex_id = :plexId,
                plex_token = :plexToken, updated_at = :updatedAt, last_login_at = :lastLoginAt
            WHERE id = :id""")
    void update(@BindMethods Account account);

    @SqlUpdate("""
            UPDATE app_user
            SET role = :role, status = :status, requests_per_hour = :requestsPerHour,
                downloads_per_hour = :downloadsPerHour,
                downloads_need_approval = :downloadsNeedApproval, updated_at = :updatedAt
            WHERE id = :id""")
    void setRights(@BindMethods Account account);

    @SqlUpdate("""
            UPDATE app_user SET username = :username, preferences = :preferences, updated_at = :now
            WHERE id = :id""")
    void setProfile(String id, String username, String preferences, Instant now);

    @SqlUpdate("DELETE FROM app_user WHERE id = :id")
    boolean delete(String id);

    @SqlQuery("SELECT LOWER(status) AS status, COUNT(*) AS people FROM app_user GROUP BY status")
    @KeyColumn("status")
    @ValueColumn("people")
    Map<String, Long> countsByStatus();

    @SqlQuery("SELECT COUNT(*) FROM app_user WHERE plex_id IS NOT NULL AND status = 'ACTIVE'")
    int countPlexUsers();
}
