package io.medianest.desktop;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.UpkeepApi;
import io.medianest.model.admin.Backup;
import io.medianest.model.admin.BackupList;
import io.medianest.model.admin.Restore;
import io.medianest.model.download.DownloadTool;
import io.medianest.model.download.DownloadTools;
import io.medianest.model.download.UpdateAdvice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Backups and programs that live in memory. Not thread-safe.
public final class FakeUpkeep implements UpkeepApi {
    /// Every call, in words, oldest first.
    public final List<String> calls = new ArrayList<>();

    private final List<Backup> backups = new ArrayList<>(List.of(
            new Backup("medianest-20261120-031000-000.zip", 4_812_332, FakeApi.NOW.minusSeconds(140_000)),
            new Backup("medianest-20261119-031000-000.zip", 4_790_113, FakeApi.NOW.minusSeconds(226_000))));
    private @Nullable ApiException failure;
    private boolean updated;

    /// Makes every call fail from now on; null ends that.
    public void failWith(@Nullable ApiException problem) {
        failure = problem;
    }

    private void called(String what) {
        calls.add(what);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public BackupList backups() {
        called("backups");
        return new BackupList(List.copyOf(backups));
    }

    @Override
    public Backup backUp() {
        called("backUp");
        var made = new Backup("medianest-20261121-181000-000.zip", 4_900_000, FakeApi.NOW);
        backups.addFirst(made);
        return made;
    }

    @Override
    public void save(String name, Path target) {
        called("save " + name + " to " + target.getFileName());
    }

    @Override
    public Restore restore(String name) {
        called("restore " + name);
        return new Restore(name, true);
    }

    @Override
    public DownloadTools tools() {
        called("tools");
        return new DownloadTools(
                new DownloadTool(updated ? "2026.11.12" : "2026.03.17", "/data/tools/yt-dlp", updated ? 9L : 249L),
                new DownloadTool("7.1.1", "/usr/bin/ffmpeg", null),
                null,
                !updated,
                true,
                List.of(new UpdateAdvice("own", "Press Update: it is MediaNest’s own copy.")));
    }

    @Override
    public DownloadTools updateTools() {
        called("updateTools");
        updated = true;
        return tools();
    }
}
