package io.medianest.server.ytdlp;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is wanted beside picture and sound.
///
/// @param subtitleLanguages such as `en` or `pt-BR`; used with [Extra#SUBTITLES]
public record Extras(Set<Extra> wanted, List<String> subtitleLanguages) {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    /// Nothing but the file.
    public static final Extras NONE = new Extras(Set.of(), List.of());

    /// What a household with a media server likes: all inside the file, and the picture beside it.
    public static final Extras USUAL =
            new Extras(EnumSet.of(Extra.METADATA, Extra.THUMBNAIL, Extra.THUMBNAIL_BESIDE), List.of());

    public Extras {
        wanted = Set.copyOf(wanted);
        subtitleLanguages = List.copyOf(subtitleLanguages);
        for (var language : subtitleLanguages) {
            if (!isLanguage(language)) {
                throw new IllegalArgumentException("not a language: " + language);
            }
        }
    }

    /// Whether a text names a language, such as `pt-BR`.
    public static boolean isLanguage(String text) {
        return LANGUAGE.matcher(text).matches();
    }

    /// The same without one of them.
    public Extras without(Extra unwanted) {
        return new Extras(
                wanted.stream().filter(extra -> extra != unwanted).collect(Collectors.toSet()), subtitleLanguages);
    }

    public boolean wants(Extra extra) {
        return wanted.contains(extra);
    }
}
