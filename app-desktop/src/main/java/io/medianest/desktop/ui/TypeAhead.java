package io.medianest.desktop.ui;

import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Finds what begins with the letters that a person types one after another. A pause begins a new word; the same letter
/// again goes on to the next that begins with it. Belongs to the FX thread.
final class TypeAhead {
    private static final long PAUSE_NANOS = 1_000_000_000L;
    static final int NOTHING = -1;

    private final LongSupplier nanos;
    private final StringBuilder word = new StringBuilder();
    private long typedAt;

    TypeAhead(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Where the title is that was meant.
    ///
    /// @param letters as the key event brings them
    /// @param from where one stands
    /// @param titles null for those that are not known yet
    /// @return [#NOTHING] when there is none, or nothing was typed that could begin a title
    int typed(String letters, int from, int size, IntFunction<@Nullable String> titles) {
        long now = nanos.getAsLong();
        if (now - typedAt > PAUSE_NANOS) {
            word.setLength(0);
        }
        boolean noLetter = letters.isEmpty() || Character.isISOControl(letters.charAt(0));
        if (noLetter || (word.isEmpty() && letters.isBlank())) {
            return NOTHING;
        }
        typedAt = now;
        word.append(letters);
        boolean sameLetter = word.chars().allMatch(letter -> letter == word.charAt(0));
        return sameLetter
                ? find(word.substring(0, 1), from + 1, size, titles)
                : find(word.toString(), from, size, titles);
    }

    private static int find(String start, int from, int size, IntFunction<@Nullable String> titles) {
        for (int i = 0; i < size; i++) {
            int position = (from + i) % size;
            String title = titles.apply(position);
            if (title != null && title.regionMatches(true, 0, start, 0, start.length())) {
                return position;
            }
        }
        return NOTHING;
    }
}
