package io.medianest.desktop.api;

import io.medianest.model.admin.Backup;
import io.medianest.model.admin.BackupList;
import io.medianest.model.admin.NewRestore;
import io.medianest.model.admin.Restore;
import io.medianest.model.download.DownloadTools;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// The server's keeping over HTTP.
final class HttpUpkeepApi implements UpkeepApi {
    private static final Duration WORK_LIMIT = Duration.ofMinutes(10);

    private final HttpCalls calls;

    HttpUpkeepApi(HttpCalls calls) {
        this.calls = calls;
    }

    @Override
    public BackupList backups() {
        return calls.get(Address.of("admin/backups"), BackupList.class);
    }

    @Override
    public Backup backUp() {
        return calls.post(Address.of("admin/backup"), Map.of(), Backup.class, WORK_LIMIT);
    }

    @Override
    public void save(String name, Path target) {
        calls.save(Address.of("admin/backups", name), target, WORK_LIMIT);
    }

    @Override
    public Restore restore(String name) {
        return calls.post(Address.of("admin/restore"), new NewRestore(name), Restore.class, WORK_LIMIT);
    }

    @Override
    public DownloadTools tools() {
        return calls.get(Address.of("admin/youtube"), DownloadTools.class);
    }

    @Override
    public DownloadTools updateTools() {
        return calls.post(Address.of("admin/youtube/update"), Map.of(), DownloadTools.class, WORK_LIMIT);
    }
}
