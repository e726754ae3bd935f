package io.medianest.desktop.ui;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadKind;
import io.medianest.model.download.MediaPreview;
import io.medianest.model.download.PlaylistMetadata;
import io.medianest.model.download.VideoMetadata;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// What stands for a download that has no picture, or none yet.
public final class DownloadSigns {
    private DownloadSigns() {}

    public static Ikon of(Download download) {
        if (download.kind() == DownloadKind.PLAYLIST) {
            return MaterialDesignP.PLAYLIST_PLAY;
        }
        return download.format().content() == DownloadFormat.Content.AUDIO
                ? MaterialDesignM.MUSIC_NOTE
                : MaterialDesignM.MOVIE_OPEN_OUTLINE;
    }

    public static Ikon of(MediaPreview preview) {
        return switch (preview) {
            case PlaylistMetadata _ -> MaterialDesignP.PLAYLIST_PLAY;
            case VideoMetadata _ -> MaterialDesignM.MOVIE_OPEN_OUTLINE;
        };
    }
}
