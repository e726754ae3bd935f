package io.medianest.server.ytdlp;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is wanted beside picture and sound.
///
/// @param subtitleLanguages such as `en` or `pt-BR`; used with [Extra#SUBTITLES]
/// @param cookies a file in Netscape's format, for videos that need a sign-in
public record Extras(
        Set<Extra> wanted,
        List<String> subtitleLanguages,
        @Nullable Path cookies) {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    /// Nothing but the file.
    public static final Extras NONE = new Extras(Set.of(), List.of(), null);

    /// What a household with a media server likes: all inside the file, and the picture beside it.
    public static final Extras USUAL =
            new Extras(EnumSet.of(Extra.METADATA, Extra.THUMBNAIL, Extra.THUMBNAIL_BESIDE), List.of(), null);

    public Extras {
        wanted = Set.copyOf(wanted);
        subtitleLanguages = List.copyOf(subtitleLanguages);
        for (var language : subtitleLanguages) {
            if (!LANGUAGE.matcher(language).matches()) {
                throw new IllegalArgumentException("not a language: " + language);
            }
        }
    }

    public boolean wants(Extra extra) {
        return wanted.contains(extra);
    }
}
