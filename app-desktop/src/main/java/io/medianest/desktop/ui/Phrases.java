package io.medianest.desktop.ui;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The sentences that the server says in English, such as why a download failed, in another language: found by what
/// they say, since they travel as sentences. One that is not known stays as it is. Thread-safe.
final class Phrases {
    private static final ResourceBundle.Control NO_DETOUR =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final int MOST_PARTS = 3;
    /// Stands for an argument; occurs in no sentence.
    private static final String PART = "\u0001";

    private final List<Phrase> known;

    private record Phrase(Pattern english, MessageFormat translated) {}

    /// @param bundle of the sentences, in English and in the other language
    Phrases(String bundle, Locale locale) {
        this.known = locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? List.of() : read(bundle, locale);
    }

    private static List<Phrase> read(String bundle, Locale locale) {
        try {
            var english = ResourceBundle.getBundle(bundle, Locale.ROOT, NO_DETOUR);
            var other = ResourceBundle.getBundle(bundle, locale, NO_DETOUR);
            var phrases = new ArrayList<Phrase>();
            // What is said without a gap goes first: it is meant more than a sentence with one that happens to fit.
            english.keySet().stream()
                    .sorted((one, two) -> Integer.compare(gaps(english.getString(one)), gaps(english.getString(two))))
                    .forEach(key -> phrases.add(new Phrase(
                            pattern(english.getString(key)), new MessageFormat(other.getString(key), locale))));
            return List.copyOf(phrases);
        } catch (MissingResourceException _) {
            return List.of();
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

    private static String filled(MessageFormat pattern, Matcher fits) {
        Object[] parts = IntStream.rangeClosed(1, fits.groupCount())
                .mapToObj(fits::group)
                .toArray();
        // A format is not thread-safe, a copy is nobody else's.
        return ((MessageFormat) pattern.clone()).format(parts);
    }
}
