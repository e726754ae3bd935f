package io.medianest.desktop.ui;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Languages that people add: files such as `search_fr.properties`, or one `fr.properties` with all keys, in a
/// folder. What a language does not say is said in English. Immutable.
public final class Languages {
    /// Only those that are built in.
    public static final Languages BUILT_IN = new Languages(Map.of());

    private static final Logger LOG = LoggerFactory.getLogger(Languages.class);
    private static final Pattern FILE = Pattern.compile("(?:[a-z]+_)?([a-z]{2,3})\\.properties");
    private static final int MOST_FILES = 500;
    private static final long LARGEST = 1_000_000;

    private final Map<String, Map<String, String>> added;

    private Languages(Map<String, Map<String, String>> added) {
        this.added = added;
    }

    /// Reads what is in a folder; a file that cannot be read is left out.
    public static Languages in(Path folder) {
        var found = new TreeMap<String, Map<String, String>>();
        if (!Files.isDirectory(folder)) {
            return BUILT_IN;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().limit(MOST_FILES).forEach(file -> {
                Matcher name = FILE.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.computeIfAbsent(name.group(1), _ -> new HashMap<>()).putAll(read(file));
                }
            });
        } catch (IOException e) {
            LOG.warn("The languages in {} cannot be read", folder, e);
        }
        found.values().removeIf(Map::isEmpty);
        return new Languages(found);
    }

    private static Map<String, String> read(Path file) {
        var texts = new HashMap<String, String>();
        try {
            if (Files.size(file) > LARGEST) {
                LOG.warn("{} is too large for a language", file);
                return texts;
            }
            var properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read as a language", file, e);
        }
        return texts;
    }

    /// All there are, those that are built in first.
    public List<String> tags() {
        var builtIn = Texts.LANGUAGES.stream().map(Locale::getLanguage).toList();
        return Stream.concat(builtIn.stream(), added.keySet().stream().filter(tag -> !builtIn.contains(tag)))
                .toList();
    }

    /// How a language calls itself; many write that small, which would look like a mistake in a row of buttons.
    public static String name(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        String name = language.getDisplayLanguage(language);
        // Somebody's file may be called after no language at all.
        return name.isEmpty() ? tag : name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    /// The language of a tag, see [Texts#language(String)].
    public Locale locale(String tag) {
        Locale wished = tag.equals("system") ? Locale.getDefault() : Locale.forLanguageTag(tag);
        return added.containsKey(wished.getLanguage()) ? wished : Texts.language(tag);
    }

    /// What somebody added in this language.
    Map<String, String> texts(Locale locale) {
        return added.getOrDefault(locale.getLanguage(), Map.of());
    }
}
