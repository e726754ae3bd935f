package io.medianest.desktop.api;

import io.medianest.model.admin.Backup;
import io.medianest.model.admin.BackupList;
import io.medianest.model.admin.Restore;
import io.medianest.model.download.DownloadTools;
import java.nio.file.Path;

/// The part of the server's API that is about its own keeping; for admins. As with all of [MediaNestApi], the methods
/// block, are thread-safe and throw [ApiException].
public interface UpkeepApi {
    /// The backups that are kept, the latest first.
    BackupList backups();

    /// Makes a backup. May take minutes.
    Backup backUp();

    /// Writes a backup into a file of this machine.
    void save(String name, Path target);

    /// Has a backup take the place of the data at the next start.
    Restore restore(String name);

    /// The programs that downloads need, as they are installed.
    DownloadTools tools();

    /// Renews the copy of yt-dlp that is the server's own. May take minutes.
    DownloadTools updateTools();
}
