package io.medianest.server.ytdlp;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/// Makes names for files of texts that anybody may have written.
final class FileNames {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]+");
    private static final Pattern SEPARATORS = Pattern.compile("\\s*[/\\\\|]\\s*");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern ENDS = Pattern.compile("^[ .]+|[ .]+$");
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)(\\..*)?");

    private FileNames() {}

    /// A name that Windows, macOS and Linux take, that cannot leave its folder, and that reads like `text`.
    ///
    /// @param most bytes in UTF-8 at most
    static String safe(String text, int most) {
        var name = Normalizer.normalize(text, Normalizer.Form.NFC);
        name = SPACES.matcher(name).replaceAll(" ");
        name = INVISIBLE.matcher(name).replaceAll("");
        name = SEPARATORS.matcher(name).replaceAll("-");
        name = name.replaceAll(":\\s+", " - ")
                .replace(':', '-')
                .replace('"', '\'')
                .replace('<', '(')
                .replace('>', ')')
                .replaceAll("[?*]", "");
        name = trimmed(shortened(trimmed(name), most));
        if (name.isEmpty()) {
            return "Untitled";
        }
        return RESERVED.matcher(name).matches() ? "_" + name : name;
    }

    private static String trimmed(String name) {
        return ENDS.matcher(name.strip()).replaceAll("").strip();
    }

    /// Cut between characters, never inside one.
    private static String shortened(String name, int most) {
        int bytes = 0;
        int end = 0;
        while (end < name.length()) {
            int letter = name.codePointAt(end);
            bytes += Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > most) {
                break;
            }
            end += Character.charCount(letter);
        }
        return name.substring(0, end);
    }
}
