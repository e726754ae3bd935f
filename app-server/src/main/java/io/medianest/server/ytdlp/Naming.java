package io.medianest.server.ytdlp;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How finished files are arranged below the download folder. All names are safe on every system.
public enum Naming {
    /// `Uploader/Season 2024/Uploader - s2024e0331 - Title [id].mp4`: a show to a media server, a season for
    /// a year.
    PLEX {
        @Override
        Path place(String uploader, String title, String id, @Nullable LocalDate day) {
            var show = FileNames.safe(uploader, SHORT);
            if (day == null) {
                return Path.of(show, "%s - %s [%s]".formatted(show, FileNames.safe(title, LONG), id));
            }
            var episode = "s%04de%s".formatted(day.getYear(), MONTH_AND_DAY.format(day));
            return Path.of(
                    show,
                    "Season %04d".formatted(day.getYear()),
                    "%s - %s - %s [%s]".formatted(show, episode, FileNames.safe(title, LONG), id));
        }
    },
    /// `Uploader - Title [id].mp4`, all in one folder.
    FLAT {
        @Override
        Path place(String uploader, String title, String id, @Nullable LocalDate day) {
            return Path.of("%s - %s [%s]".formatted(FileNames.safe(uploader, SHORT), FileNames.safe(title, LONG), id));
        }
    },
    /// `Title (2024)/Title (2024) [id].mp4`: each a film to a media server.
    FILM {
        @Override
        Path place(String uploader, String title, String id, @Nullable LocalDate day) {
            var name = FileNames.safe(title, LONG);
            var film = day == null ? name : "%s (%04d)".formatted(name, day.getYear());
            return Path.of(film, "%s [%s]".formatted(film, id));
        }
    };

    private static final FoundVideo EXAMPLE =
            new FoundVideo("aqz-KE-bpKQ", "Big Buck Bunny", "Blender", LocalDate.of(2014, 11, 10), 635L, null);
    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MMdd");
    private static final int SHORT = 50;
    private static final int LONG = 110;
    private static final int ID = 40;

    /// The one of that name.
    public static Optional<Naming> of(String name) {
        return Arrays.stream(values())
                .filter(naming -> naming.word().equals(name))
                .findFirst();
    }

    /// As people write it: `plex`, `flat` or `film`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Where a certain video would go, to show while somebody chooses.
    public Path example() {
        return path(EXAMPLE, "mp4");
    }

    /// Where a video goes, relative to the download folder. Pure.
    ///
    /// @param extension without a dot
    public Path path(FoundVideo video, String extension) {
        var uploader = video.uploader() == null ? "Unknown" : video.uploader();
        var stem = place(uploader, video.title(), FileNames.safe(video.id(), ID), video.uploadDate());
        return stem.resolveSibling(stem.getFileName() + "." + extension);
    }

    /// Without the extension.
    abstract Path place(String uploader, String title, String id, @Nullable LocalDate day);
}
