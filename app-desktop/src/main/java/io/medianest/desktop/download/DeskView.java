package io.medianest.desktop.download;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// The person's own machine: its clipboard, and the program in which people look at files.
public final class DeskView implements DownloadActionsViewModel.Desk {
    private final Consumer<String> opener;

    /// @param opener opens an address with the program that is meant for it
    public DeskView(Consumer<String> opener) {
        this.opener = opener;
    }

    @Override
    public void show(Path file) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(file);
        open(folder);
    }

    /// Opens a folder.
    public void open(Path folder) {
        opener.accept(folder.toUri().toString());
    }

    @Override
    public void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
