package io.medianest.server.download;

import io.medianest.server.download.OutputStore.Output;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which files the rows of some downloads name. Several may name the same: a video that was there already
/// counts as done for whoever asks for it with a playlist.
record Holdings(List<Output> outputs) {
    /// All files that are named, with those beside.
    Set<String> files() {
        var files = new HashSet<String>();
        for (var output : outputs) {
            files.add(output.outputPath());
            files.addAll(DownloadFiles.besideOf(output.beside()));
        }
        return files;
    }

    /// Those who name a file as theirs.
    List<Output> of(Path file) {
        return outputs.stream()
                .filter(output -> output.outputPath().equals(file.toString()))
                .toList();
    }

    /// Whether a file belongs to one person and nobody else.
    boolean isOnlyOf(String userId, Path file) {
        var holders = of(file).stream().map(Output::userId).collect(Collectors.toSet());
        return holders.equals(Set.of(userId));
    }

    /// What goes when these go, and those of `others` stay.
    List<DownloadFiles.Unwanted> unwanted(Holdings others) {
        var named = others.files();
        return outputs.stream()
                .filter(output -> !named.contains(output.outputPath()))
                .map(output -> new DownloadFiles.Unwanted(
                        output.home(),
                        Holdings.all(output).stream()
                                .filter(file -> !named.contains(file))
                                .toList()))
                .toList();
    }

    private static List<String> all(Output output) {
        return new Holdings(List.of(output)).files().stream().sorted().toList();
    }
}
