package io.medianest.server.ytdlp;

import io.medianest.server.platform.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The cookies of somebody who is signed in, in Netscape's format: what browsers' add-ons export as
/// `cookies.txt`. Whoever has them is that person, so their text shows only where it is asked for by name.
///
/// @param text whole and with a line break at its end
public record CookieFile(Secret text) {
    /// Those of one site are a few thousand; this is room enough, and not for all cookies of a browser.
    public static final int MOST_BYTES = 64 * 1024;

    private static final Pattern HEAD = Pattern.compile("# (Netscape )?HTTP Cookie File\\b.*");
    /// Domain, whether with its subdomains, path, whether by https only, when it ends, name, value.
    private static final Pattern COOKIE =
            Pattern.compile("(#HttpOnly_)?[^\\s#]+\t(TRUE|FALSE)\t/[^\t]*\t(TRUE|FALSE)\t\\d*\t[^\t]*(\t[^\t]*)?");
    private static final String COMMENT = "#";
    private static final String HIDDEN_FROM_SCRIPTS = "#HttpOnly_";

    /// @throws IllegalArgumentException with what it must be instead; the text is not repeated
    public static CookieFile parse(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new IllegalArgumentException("at most 64 kB: export the cookies of youtube.com alone");
        }
        var lines = text.strip().lines().toList();
        if (lines.isEmpty() || !HEAD.matcher(lines.getFirst()).matches()) {
            throw new IllegalArgumentException(
                    "a cookies.txt in Netscape's format: its first line is" + " '# Netscape HTTP Cookie File'");
        }
        return new CookieFile(new Secret(String.join("\n", checked(lines)) + "\n"));
    }

    private static List<String> checked(List<String> lines) {
        var checked = new ArrayList<String>();
        boolean any = false;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).stripLeading();
            boolean cookie = isCookie(line);
            if (cookie && (!COOKIE.matcher(line).matches() || line.chars().anyMatch(CookieFile::isStrange))) {
                throw new IllegalArgumentException(
                        "a cookies.txt in Netscape's format: line %d has not seven columns with tabs between them"
                                .formatted(i + 1));
            }
            any |= cookie;
            checked.add(line);
        }
        if (!any) {
            throw new IllegalArgumentException("a cookies.txt with a cookie in it");
        }
        return checked;
    }

    private static boolean isCookie(String line) {
        return !line.isBlank() && (!line.startsWith(COMMENT) || line.startsWith(HIDDEN_FROM_SCRIPTS));
    }

    private static boolean isStrange(int letter) {
        return letter != '\t' && Character.isISOControl(letter);
    }
}
