package io.medianest.server.ytdlp;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs of yt-dlp that an earlier run of the program has left behind: it was killed before it could note them. The
/// folder that they were given tells whose they are. Where the system does not tell the words of a process, those that
/// were noted are all that is found.
final class StrayRuns {
    private static final Logger LOG = LoggerFactory.getLogger(StrayRuns.class);

    private StrayRuns() {}

    /// Ends all that were given this folder and are not children of ours.
    ///
    /// @param cache of the program, of which there is one
    static void end(Path cache) {
        var words = YtDlpCommand.cacheWords(cache);
        var found = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(words))
                .toList();
        // Looked for afterwards: one of ours that begins meanwhile would not be known for ours otherwise.
        var ours = ProcessHandle.current().descendants().collect(Collectors.toSet());
        found.stream().filter(process -> !ours.contains(process)).forEach(process -> {
            LOG.info("process {} of an earlier run is ended", process.pid());
            new ProcessFamily(process).end();
        });
    }
}
