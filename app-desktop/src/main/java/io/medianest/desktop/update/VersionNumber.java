package io.medianest.desktop.update;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version that can be compared, by the rules of semver.org: `0.9` < `0.10.0-SNAPSHOT` < `0.10.0-rc.1` < `0.10.0`.
/// Missing numbers are zero; what follows a plus does not count.
record VersionNumber(List<BigInteger> numbers, List<String> preRelease) implements Comparable<VersionNumber> {
    private static final Pattern FORM =
            Pattern.compile("v?(\\d{1,9}(?:\\.\\d{1,9}){0,3})(?:[-~]([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]*)?");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /// Empty where the text is no version.
    static Optional<VersionNumber> of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        String pre = form.group(2);
        return Optional.of(new VersionNumber(
                List.of(form.group(1).split("\\.", -1)).stream()
                        .map(BigInteger::new)
                        .toList(),
                pre == null ? List.of() : List.of(pre.split("\\.", -1))));
    }

    @Override
    public int compareTo(VersionNumber other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = number(i).compareTo(other.number(i));
            if (order != 0) {
                return order;
            }
        }
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
        }
        return comparePreRelease(other.preRelease);
    }

    private BigInteger number(int place) {
        return place < numbers.size() ? numbers.get(place) : BigInteger.ZERO;
    }

    private int comparePreRelease(List<String> others) {
        for (int i = 0; i < Math.min(preRelease.size(), others.size()); i++) {
            int order = compareParts(preRelease.get(i), others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(preRelease.size(), others.size());
    }

    /// Numbers by their value, and before words.
    private static int compareParts(String one, String other) {
        boolean oneNumber = DIGITS.matcher(one).matches();
        boolean otherNumber = DIGITS.matcher(other).matches();
        if (oneNumber && otherNumber) {
            return new BigInteger(one).compareTo(new BigInteger(other));
        }
        return oneNumber == otherNumber ? one.compareTo(other) : Boolean.compare(otherNumber, oneNumber);
    }
}
