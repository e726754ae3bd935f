package io.medianest.server.library;

import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/// The copy of the library.
@RegisterRowMapper(LibraryStore.SectionMapper.class)
@RegisterRowMapper(LibraryStore.PlaceMapper.class)
@RegisterRowMapper(LibraryStore.TitleMapper.class)
interface LibraryStore {
    @SqlQuery("SELECT machine_identifier FROM library_server WHERE id = 1")
    Optional<String> machineIdentifier();

    @SqlUpdate("""
        MERGE INTO library_server AS t
        USING (SELECT CAST(:machineIdentifier AS varchar(200)) AS machine_identifier) AS s ON t.id = 1
        WHEN MATCHED THEN UPDATE SET machine_identifier = s.machine_identifier
        WHEN NOT MATCHED THEN INSERT (id, machine_identifier) VALUES (1, s.machine_identifier)\
        """)
    void saveMachineIdentifier(String machineIdentifier);

    @SqlQuery("SELECT section_key, generation, changed_until, compared_at FROM library_section")
    List<SectionState> sections();

    /// Begins a full read.
    @SqlUpdate("""
        MERGE INTO library_section AS t
        USING (SELECT CAST(:key AS varchar(100)) AS section_key, CAST(:title AS varchar(500)) AS title,
                CAST(:type AS varchar(20)) AS type) AS s
            ON t.section_key = s.section_key
        WHEN MATCHED THEN UPDATE SET title = s.title, type = s.type, generation = t.generation + 1
        WHEN NOT MATCHED THEN INSERT (section_key, title, type, generation)
            VALUES (s.section_key, s.title, s.type, 1)\
        """)
    void beginSection(String key, String title, String type);

    @SqlQuery("SELECT generation FROM library_section WHERE section_key = :key")
    long generation(String key);

    @SqlUpdate("UPDATE library_section SET changed_until = :changedUntil WHERE section_key = :key")
    void saveChangedUntil(String key, Instant changedUntil);

    @SqlUpdate("UPDATE library_section SET compared_at = :comparedAt WHERE section_key = :key")
    void saveComparedAt(String key, Instant comparedAt);

    @SqlBatch("""
        MERGE INTO library_item AS t
        USING (SELECT CAST(:ratingKey AS varchar(100)) AS rating_key,
                CAST(:sectionKey AS varchar(100)) AS section_key, CAST(:mediaType AS varchar(10)) AS media_type,
                CAST(:tmdbId AS varchar(20)) AS tmdb_id, CAST(:imdbId AS varchar(20)) AS imdb_id,
                CAST(:tvdbId AS varchar(20)) AS tvdb_id, CAST(:title AS varchar(1000)) AS title,
                CAST(:releaseYear AS integer) AS release_year,
                CAST(:addedAt AS timestamp with time zone) AS added_at,
                CAST(:updatedAt AS timestamp with time zone) AS updated_at,
                CAST(:thumb AS varchar(1000)) AS thumb, CAST(:generation AS bigint) AS generation) AS s
            ON t.rating_key = s.rating_key
        WHEN MATCHED THEN UPDATE SET section_key = s.section_key, media_type = s.media_type, tmdb_id = s.tmdb_id,
            imdb_id = s.imdb_id, tvdb_id = s.tvdb_id, title = s.title, release_year = s.release_year,
            added_at = s.added_at, updated_at = s.updated_at, thumb = s.thumb, generation = s.generation
        WHEN NOT MATCHED THEN INSERT (rating_key, section_key, media_type, tmdb_id, imdb_id, tvdb_id, title,
                release_year, added_at, updated_at, thumb, generation)
            VALUES (s.rating_key, s.section_key, s.media_type, s.tmdb_id, s.imdb_id, s.tvdb_id, s.title,
                s.release_year, s.added_at, s.updated_at, s.thumb, s.generation)\
        """)
    void save(@BindMethods Collection<LibraryItem> items);

    /// What of a section was not seen by the full read with that number.
    @SqlUpdate("DELETE FROM library_item WHERE section_key = :key AND generation < :generation")
    int deleteUnseen(String key, long generation);

    @SqlBatch("DELETE FROM library_item WHERE rating_key = :ratingKeys")
    int[] delete(Collection<String> ratingKeys);

    /// The titles that are in it, under whatever number.
    @SqlQuery("SELECT DISTINCT media_type, tmdb_id FROM library_item WHERE tmdb_id IS NOT NULL")
    Set<TitleKey> titles();

    @SqlQuery("SELECT rating_key FROM library_item WHERE section_key = :key")
    List<String> ratingKeys(String key);

    @SqlUpdate("DELETE FROM library_item WHERE section_key = :key")
    int deleteItems(String key);

    @SqlUpdate("DELETE FROM library_section WHERE section_key = :key")
    void deleteSection(String key);

    @SqlUpdate("DELETE FROM library_item")
    int deleteAllItems();

    @SqlUpdate("DELETE FROM library_section")
    void deleteAllSections();

    /// Whether a title in it has that very picture.
    ///
    /// @param ratingKey of the title, which the path of the picture names
    @SqlQuery("SELECT EXISTS (SELECT 1 FROM library_item WHERE rating_key = :ratingKey AND thumb = :path)")
    boolean hasPicture(String ratingKey, String path);

    @SqlQuery("SELECT count(*) FROM library_item")
    int count();

    @SqlQuery("SELECT count(*) FROM library_item WHERE added_at >= :since")
    int countAddedSince(Instant since);

    /// Where titles with these TMDB numbers are, of either type.
    @SqlQuery("""
        SELECT i.media_type, i.tmdb_id, i.rating_key, s.machine_identifier
        FROM library_item i CROSS JOIN library_server s
        WHERE i.tmdb_id IN (<tmdbIds>)
        ORDER BY i.rating_key\
        """)
    List<Place> places(@BindList Collection<String> tmdbIds);

    /// Where a title is.
    record Place(TitleKey key, String ratingKey, String machineIdentifier) {}

    /// Reads [SectionState].
    final class SectionMapper implements RowMapper<SectionState> {
        @Override
        public SectionState map(ResultSet row, StatementContext context) throws SQLException {
            return new SectionState(
                    row.getString("section_key"),
                    row.getLong("generation"),
                    instant(row, "changed_until"),
                    instant(row, "compared_at"));
        }

        private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
            var time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }
    }

    /// Reads [Place].
    final class PlaceMapper implements RowMapper<Place> {
        @Override
        public Place map(ResultSet row, StatementContext context) throws SQLException {
            return new Place(TitleMapper.title(row), row.getString("rating_key"), row.getString("machine_identifier"));
        }
    }

    /// Reads a title.
    final class TitleMapper implements RowMapper<TitleKey> {
        @Override
        public TitleKey map(ResultSet row, StatementContext context) throws SQLException {
            return title(row);
        }

        private static TitleKey title(ResultSet row) throws SQLException {
            var type = "movie".equals(row.getString("media_type")) ? MediaType.MOVIE : MediaType.TV;
            return new TitleKey(type, row.getString("tmdb_id"));
        }
    }
}
