package io.medianest.server.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A command line of yt-dlp, as far as the stand-in understands it.
///
/// @param flags options without a value
/// @param values options with one, in the order given
/// @param urls what is left
record YtDlpOptions(Set<String> flags, Map<String, List<String>> values, List<String> urls) {
    private static final Map<String, String> LONG_NAMES = Map.of(
            "-J",
            "--dump-single-json",
            "-f",
            "--format",
            "-o",
            "--output",
            "-P",
            "--paths",
            "-x",
            "--extract-audio",
            "-I",
            "--playlist-items",
            "-q",
            "--quiet",
            "-c",
            "--continue",
            "-r",
            "--limit-rate",
            "-O",
            "--print");
    private static final Set<String> FLAGS = Set.of(
            "--version",
            "-U",
            "--ignore-config",
            "--no-colors",
            "--no-warnings",
            "--no-playlist",
            "--yes-playlist",
            "--dump-single-json",
            "--flat-playlist",
            "--newline",
            "--progress",
            "--no-mtime",
            "--windows-filenames",
            "--no-exec",
            "--extract-audio",
            "--quiet",
            "--continue",
            "--no-part",
            "--part",
            "--embed-metadata",
            "--embed-thumbnail",
            "--write-thumbnail",
            "--no-overwrites",
            "--force-overwrites",
            "--no-cache-dir",
            "--restrict-filenames",
            "--no-update",
            "--no-plugin-dirs",
            "--no-simulate",
            "--no-continue",
            "--ignore-errors",
            "--abort-on-error",
            "--no-check-certificates",
            "--no-write-thumbnail",
            "--no-embed-metadata",
            "--add-metadata",
            "--embed-subs",
            "--write-subs");
    private static final Set<String> VALUES = Set.of(
            "--use-extractors",
            "--socket-timeout",
            "--proxy",
            "--playlist-items",
            "--format",
            "--merge-output-format",
            "--paths",
            "--output",
            "--progress-template",
            "--print",
            "--audio-format",
            "--audio-quality",
            "--ffmpeg-location",
            "--limit-rate",
            "--retries",
            "--fragment-retries",
            "--extractor-retries",
            "--concurrent-fragments",
            "--convert-thumbnails",
            "--remux-video",
            "--recode-video",
            "--format-sort",
            "--progress-delta",
            "--match-filters",
            "--max-filesize",
            "--cache-dir",
            "--plugin-dirs",
            "--ies",
            "--playlist-end",
            "--extractor-args",
            "--js-runtimes",
            "--postprocessor-args",
            "--color",
            "--trim-filenames",
            "--break-match-filters",
            "--sub-langs",
            "--sponsorblock-remove",
            "--cookies");

    /// Reads a command line.
    ///
    /// @throws IllegalArgumentException naming an option that yt-dlp does not know, or that lacks its value
    static YtDlpOptions parse(List<String> arguments) {
        var flags = new HashSet<String>();
        var values = new HashMap<String, List<String>>();
        var urls = new ArrayList<String>();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            if (argument.equals("--")) {
                rest.forEachRemaining(urls::add);
            } else if (!argument.startsWith("-")) {
                urls.add(argument);
            } else {
                option(argument, rest, flags, values);
            }
        }
        return new YtDlpOptions(flags, values, urls);
    }

    private static void option(
            String argument, Iterator<String> rest, Set<String> flags, Map<String, List<String>> values) {
        int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
        var given = equals < 0 ? argument : argument.substring(0, equals);
        var name = LONG_NAMES.getOrDefault(given, given);
        if (FLAGS.contains(name)) {
            flags.add(name);
            return;
        }
        if (!VALUES.contains(name)) {
            throw new IllegalArgumentException("no such option: " + given);
        }
        if (equals < 0 && !rest.hasNext()) {
            throw new IllegalArgumentException(given + " option requires 1 argument");
        }
        values.computeIfAbsent(name, none -> new ArrayList<>())
                .add(equals < 0 ? rest.next() : argument.substring(equals + 1));
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<String> value(String name) {
        return all(name).reduce((earlier, later) -> later);
    }

    Stream<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream();
    }

    /// The part of a `WHEN:WHAT` option, such as `-P home:DIR`, that is meant for the given moment or place.
    Optional<String> typed(String name, String type) {
        return all(name)
                .filter(value -> value.startsWith(type + ":"))
                .map(value -> value.substring(type.length() + 1))
                .reduce((earlier, later) -> later);
    }
}
