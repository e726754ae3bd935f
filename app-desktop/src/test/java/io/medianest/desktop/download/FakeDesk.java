package io.medianest.desktop.download;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Remembers what was shown and copied.
final class FakeDesk implements DownloadActionsViewModel.Desk {
    final List<Path> shown = new ArrayList<>();
    final List<String> copied = new ArrayList<>();

    @Override
    public void show(Path file) {
        shown.add(file);
    }

    @Override
    public void copy(String text) {
        copied.add(text);
    }
}
