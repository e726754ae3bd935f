package io.medianest.desktop.download;

import java.util.regex.Pattern;

/// A link as people type, paste or drop it.
///
/// @param text one line
record Link(String text) {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+/\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITHOUT_SCHEME =
            Pattern.compile("(www\\.|m\\.|music\\.)?(youtube\\.com|youtu\\.be)/\\S+", Pattern.CASE_INSENSITIVE);

    /// The first line that says something.
    static Link in(String text) {
        return new Link(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(""));
    }

    /// What it means: people often leave out what the browser does not show.
    String url() {
        String plain = text.strip();
        return WITHOUT_SCHEME.matcher(plain).matches() ? "https://" + plain : plain;
    }

    /// Whether it can be looked up without waiting for more of it.
    boolean isWhole() {
        return ADDRESS.matcher(url()).matches();
    }
}
