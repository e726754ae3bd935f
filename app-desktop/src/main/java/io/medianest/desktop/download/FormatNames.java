package io.medianest.desktop.download;

import io.medianest.model.download.DownloadFormat;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The kinds of files by their usual endings, for a box that cannot be typed into.
final class FormatNames extends StringConverter<DownloadFormat> {
    @Override
    public String toString(@Nullable DownloadFormat format) {
        return format == null ? "" : format.wireName();
    }

    @Override
    public DownloadFormat fromString(String text) {
        throw new UnsupportedOperationException("The box cannot be typed into");
    }
}
