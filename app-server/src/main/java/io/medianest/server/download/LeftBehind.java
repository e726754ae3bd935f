package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.server.platform.db.Database;
import io.medianest.server.ytdlp.FetchProcess;

/// What the program leaves behind when it is killed: processes that go on without it, on files that the next
/// ones need, and unfinished files that nobody goes on with.
final class LeftBehind {
    private final Database database;
    private final String node;
    private final Workplaces workplaces;

    /// @param node which of the servers that load this is
    LeftBehind(Database database, String node, Workplaces workplaces) {
        this.database = database;
        this.node = node;
        this.workplaces = workplaces;
    }

    /// A download whose process was not seen to end. Public because Jdbi makes it.
    ///
    /// @param process as [FetchProcess#text()] wrote it
    public record Stray(String url, String process) {}

    /// Ends the processes and removes the files of an earlier run of the program. What no download of ours is called
    /// after stays: others may keep theirs on the same disk. To be called before any download begins.
    void remove() {
        endProcesses();
        var store = database.store(DownloadStore.class);
        for (var workplace : workplaces.all()) {
            store.find(workplace.id())
                    .filter(download -> isAbandoned(download, workplace))
                    .ifPresent(_ -> workplace.delete());
        }
    }

    /// Ends the processes of servers that were killed on this machine.
    void endProcesses() {
        for (var stray : database.store(DownloadStore.class).strays(node)) {
            FetchProcess.parse(stray.process()).ifPresent(process -> process.endIfOurs(stray.url()));
        }
    }

    private boolean isAbandoned(Download download, Workplace workplace) {
        return !mayGoOn(download) || !workplaces.of(download.id()).equals(workplace);
    }

    private static boolean mayGoOn(Download download) {
        return download.status().isOpen() || download.status() == DownloadStatus.FAILED;
    }
}
