package io.medianest.desktop.ui;

import java.text.MessageFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sentences that the server says in English, such as why a download failed, in another language: found by what
/// they say, since they travel as sentences. One that is not known stays as it is. Thread-safe.
final class Phrases {
    private static final Logger LOG = LoggerFactory.getLogger(Phrases.class);
    private static final ResourceBundle.Control NO_DETOUR =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final int MOST_PARTS = 3;
    /// Stands for an argument; occurs in no sentence.
    private static final String PART = "\u0001";

    private final List<Phrase> known;

    private record Phrase(Pattern english, MessageFormat translated) {}

    /// @param bundle of the sentences, in English and in the other language
    /// @param added what people have added to the other language, by key
    Phrases(String bundle, Locale locale, Map<String, String> added) {
        this.known =
                locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? List.of() : read(bundle, locale, added);
    }

    private static List<Phrase> read(String bundle, Locale locale, Map<String, String> added) {
        try {
            var english = ResourceBundle.getBundle(bundle, Locale.ROOT, NO_DETOUR);
            var other = ResourceBundle.getBundle(bundle, locale, NO_DETOUR);
            // What is said without a gap goes first: it is meant more than a sentence with one that happens to fit.
            return english.keySet().stream()
                    .sorted(Comparator.comparingInt(key -> gaps(english.getString(key))))
                    .map(key -> new Phrase(
                            pattern(english.getString(key)), format(key, other.getString(key), locale, added)))
                    .toList();
        } catch (MissingResourceException _) {
            return List.of();
        }
    }

    private static MessageFormat format(String key, String builtIn, Locale locale, Map<String, String> added) {
        try {
            return new MessageFormat(added.getOrDefault(key, builtIn), locale);
        } catch (IllegalArgumentException e) {
            LOG.warn("The text of {} in {} makes no sense: {}", key, locale, e.getMessage());
            return new MessageFormat(builtIn, locale);
        }
    }

    private static int gaps(String sentence) {
        return new MessageFormat(sentence, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static Pattern pattern(String sentence) {
        Object[] parts = IntStream.range(0, MOST_PARTS).mapToObj(_ -> PART).toArray();
        String whole = new MessageFormat(sentence, Locale.ROOT).format(parts);
        return Pattern.compile(Pattern.quote(whole).replace(PART, "\\E(.+?)\\Q"));
    }

    /// The sentence in the other language, as far as it is known.
    String translated(String sentence) {
        String said = sentence.replace('\'', '’');
        for (Phrase phrase : known) {
            Matcher fits = phrase.english().matcher(said);
            if (fits.matches()) {
                return filled(phrase.translated(), fits);
            }
        }
        return sentence;
    }

    /// A part may be a sentence of its own.
    private String filled(MessageFormat pattern, Matcher fits) {
        Object[] parts = IntStream.rangeClosed(1, fits.groupCount())
                .mapToObj(part -> translated(fits.group(part)))
                .toArray();
        // A format is not thread-safe, a copy is nobody else's.
        return ((MessageFormat) pattern.clone()).format(parts);
    }
}
