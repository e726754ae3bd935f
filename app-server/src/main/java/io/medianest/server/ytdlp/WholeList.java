package io.medianest.server.ytdlp;

import io.medianest.model.download.MediaPreview;
import io.medianest.model.download.PlaylistEntry;
import io.medianest.model.download.PlaylistMetadata;
import java.util.ArrayList;
import java.util.List;

/// A list of which only the beginning is known, read to its end. What yt-dlp says of one part is bounded, and so is the
/// time that it needs for it.
public final class WholeList {
    /// As many as YouTube takes into a playlist; channels may have more.
    public static final int LONGEST = 5_000;

    private static final int PART = 1_000;

    private final PlaylistMetadata beginning;
    private final List<PlaylistEntry> entries;
    private int count;

    private WholeList(PlaylistMetadata beginning) {
        this.beginning = beginning;
        this.entries = new ArrayList<>(beginning.entries());
        this.count = beginning.count();
    }

    /// Tells what is in a list from one position to another.
    interface Parts {
        MediaPreview read(int first, int last);
    }

    /// @param beginning its first [YtDlpCommand#LONGEST_LIST] videos
    static PlaylistMetadata from(PlaylistMetadata beginning, Parts parts) {
        var whole = new WholeList(beginning);
        int read = YtDlpCommand.LONGEST_LIST;
        while (whole.count >= read && read < LONGEST) {
            int last = Math.min(read + PART, LONGEST);
            if (!whole.add(parts.read(read + 1, last), read)) {
                break;
            }
            read = last;
        }
        return whole.told();
    }

    /// @return whether there was anything in it
    private boolean add(MediaPreview part, int before) {
        if (!(part instanceof PlaylistMetadata list) || list.entries().isEmpty()) {
            return false;
        }
        list.entries().forEach(entry -> entries.add(at(before + entry.position(), entry)));
        count = Math.max(count, before + list.entries().getLast().position());
        return true;
    }

    private static PlaylistEntry at(int position, PlaylistEntry entry) {
        return new PlaylistEntry(
                position,
                entry.id(),
                entry.title(),
                entry.duration(),
                entry.url(),
                entry.uploader(),
                entry.thumbnail());
    }

    private PlaylistMetadata told() {
        return new PlaylistMetadata(
                beginning.id(),
                beginning.url(),
                beginning.title(),
                beginning.description(),
                beginning.thumbnail(),
                beginning.uploader(),
                count,
                List.copyOf(entries));
    }
}
