package io.medianest.server.ytdlp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// How yt-dlp is renewed; YouTube changes often, and a version that is some months old may fail.
public enum UpdateWay {
    WINDOWS("On Windows: run winget upgrade yt-dlp.yt-dlp, or yt-dlp -U where it was downloaded from its own page."),
    MACOS("On macOS: run brew upgrade yt-dlp."),
    DEBIAN("On Debian and Ubuntu: the system's package ages quickly; remove it and run pipx install yt-dlp."),
    PIPX("With pipx: run pipx upgrade yt-dlp."),
    MANAGED("A copy of yt-dlp from its own page in the folder tools of the data directory is used before all others,"
            + " and can be renewed from here.");

    private final String sentence;

    UpdateWay(String sentence) {
        this.sentence = sentence;
    }

    /// For people.
    public String sentence() {
        return sentence;
    }

    /// Its short name, for programs.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// All of them, the one for a system first.
    ///
    /// @param system as Java calls it, for example `Mac OS X`
    static List<UpdateWay> from(String system) {
        var own = on(system);
        return Stream.concat(Stream.of(own), Arrays.stream(values()).filter(way -> way != own))
                .toList();
    }

    static UpdateWay on(String system) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        return name.startsWith("mac") ? MACOS : DEBIAN;
    }
}
