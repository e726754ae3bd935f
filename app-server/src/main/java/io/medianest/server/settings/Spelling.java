package io.medianest.server.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/// Guesses what somebody has meant who misspelled it.
final class Spelling {
    private Spelling() {}

    /// The word that is spelled most like `typed`: with the fewest letters to change.
    static String nearest(String typed, Stream<String> words) {
        return words.min(Comparator.comparingInt(word -> changes(typed, word))).orElseThrow();
    }

    /// The edit distance of Levenshtein.
    private static int changes(String from, String to) {
        var row = new int[to.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
