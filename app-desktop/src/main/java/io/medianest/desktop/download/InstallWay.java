package io.medianest.desktop.download;

import java.util.Locale;

/// How the programs that download videos come onto a machine.
enum InstallWay {
    WINDOWS("winget install yt-dlp.yt-dlp"),
    MACOS("brew install yt-dlp ffmpeg"),
    LINUX("sudo apt install ffmpeg pipx && pipx install yt-dlp");

    private final String command;

    InstallWay(String command) {
        this.command = command;
    }

    String command() {
        return command;
    }

    /// The way for a system.
    ///
    /// @param name as Java calls it, for example `Mac OS X`
    static InstallWay on(String name) {
        String system = name.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return WINDOWS;
        }
        return system.startsWith("mac") ? MACOS : LINUX;
    }
}
