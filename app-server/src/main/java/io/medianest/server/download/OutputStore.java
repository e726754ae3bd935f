package io.medianest.server.download;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/// The files of downloads. Several downloads may name the same.
interface OutputStore {
    String OUTPUT = "SELECT id, user_id, video_id, output_path, beside, home FROM download ";

    @SqlUpdate("""
            UPDATE download SET output_path = :outputPath, beside = :beside, home = :home, file_size = :size,
                downloaded_bytes = :size, progress = 100
            WHERE id = :download""")
    void file(String download, @BindMethods Output output, long size);

    /// As [#file], of several.
    @SqlBatch("""
            UPDATE download SET output_path = :outputPath, beside = :beside, home = :home, file_size = :size,
                downloaded_bytes = :size, progress = 100
            WHERE id = :download""")
    void files(List<String> download, @BindMethods List<Output> outputs, List<Long> size);

    /// Its file is another's now.
    @SqlUpdate("""
            UPDATE download SET output_path = NULL, beside = NULL, note = :note, version = version + 1
            WHERE id = :id""")
    void letGo(String id, String note);

    @SqlQuery(OUTPUT + "WHERE id = :id AND output_path IS NOT NULL")
    @RegisterConstructorMapper(Output.class)
    Optional<Output> outputOf(String id);

    @SqlQuery(OUTPUT + "WHERE id IN (<ids>) AND output_path IS NOT NULL")
    @RegisterConstructorMapper(Output.class)
    List<Output> outputsAmong(@BindList("ids") Collection<String> ids);

    /// Of a download and, if it is a playlist, of its videos.
    @SqlQuery(OUTPUT + """
            WHERE (id = :id OR playlist_id = :id) AND output_path IS NOT NULL ORDER BY item_position, id""")
    @RegisterConstructorMapper(Output.class)
    List<Output> outputsOf(String id);

    @SqlQuery(OUTPUT + "WHERE video_id = :videoId AND output_path IS NOT NULL")
    @RegisterConstructorMapper(Output.class)
    List<Output> outputsOfVideo(String videoId);

    /// Of all downloads that name one of the files or are of one of the videos.
    @SqlQuery(OUTPUT + "WHERE output_path IS NOT NULL AND (video_id IN (<videoIds>) OR output_path IN (<paths>))")
    @RegisterConstructorMapper(Output.class)
    List<Output> outputsLike(
            @BindList("videoIds") Collection<String> videoIds, @BindList("paths") Collection<String> paths);

    /// Where the file of a download is. Public because Jdbi makes and reads it.
    ///
    /// @param beside what belongs to it, as JSON
    /// @param home the folder for downloads that it is below; null for that of today
    record Output(
            String id,
            String userId,
            String videoId,
            String outputPath,
            @Nullable String beside,
            @Nullable String home) {}
}
