package io.medianest.server.ytdlp;

import io.medianest.server.platform.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
            Pattern.compile("(#HttpOnly_)?[^\\s#]+\t(TRUE|FALSE)\t/[^\t]*\t(TRUE|FALSE)\t\\d{0,18}\t[^\t]*(\t[^\t]*)?");
    private static final int PATH = 2;
    private static final int END = 4;
    private static final int NAME = 5;
    private static final String FIRST_LINE = "# Netscape HTTP Cookie File";
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
                    "a cookies.txt in Netscape's format: its first line is '" + FIRST_LINE + "'");
        }
        return new CookieFile(new Secret(String.join("\n", checked(lines)) + "\n"));
    }

    /// What became of these while they were used; of other hosts nothing is taken over. These, when nothing did, or
    /// when one that was still good has gone: so it is when a site signs out whom it suspects.
    ///
    /// @param left the file as it was left
    /// @throws IllegalArgumentException when that is none
    CookieFile renewed(String left, Instant now) {
        var before = cookies(text.reveal());
        var hosts = before.keySet().stream().map(Name::host).collect(Collectors.toSet());
        var after = cookies(parse(left).text.reveal());
        after.keySet().removeIf(name -> !hosts.contains(name.host));
        boolean whole = before.entrySet().stream()
                .filter(cookie -> isGood(cookie.getValue(), now))
                .allMatch(cookie -> after.containsKey(cookie.getKey()));
        return whole && !after.equals(before) ? parse(FIRST_LINE + "\n" + String.join("\n", after.values())) : this;
    }

    /// By what they are told apart by, in their order.
    private static Map<Name, String> cookies(String text) {
        var cookies = new LinkedHashMap<Name, String>();
        text.lines().filter(CookieFile::isCookie).forEach(line -> {
            var cookie = line.startsWith(HIDDEN_FROM_SCRIPTS) ? line.substring(HIDDEN_FROM_SCRIPTS.length()) : line;
            var columns = cookie.split("\t", -1);
            var host = columns[0].startsWith(".") ? columns[0].substring(1) : columns[0];
            cookies.put(new Name(host.toLowerCase(Locale.ROOT), columns[PATH], columns[NAME]), cookie);
        });
        return cookies;
    }

    /// Those that name no end are good until it is said otherwise.
    private static boolean isGood(String cookie, Instant now) {
        var end = cookie.split("\t", -1)[END];
        return end.isEmpty() || end.equals("0") || Long.parseLong(end) > now.getEpochSecond();
    }

    private record Name(String host, String path, String name) {}

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
