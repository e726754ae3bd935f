package io.medianest.server.platform.http;

import static io.medianest.server.platform.MediaNestException.invalid;

import io.medianest.model.api.PageQuery;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The parameters of a request's address. Every method throws `VALIDATION_ERROR` naming the parameter when its value
/// cannot be taken. An empty value counts as absent.
public final class Query {
    private final Map<String, String> values;

    Query(Map<String, String> values) {
        this.values = values;
    }

    public Optional<String> text(String name, int maxLength) {
        var value = values.get(name);
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        if (value.length() > maxLength) {
            throw invalid(name, "'%s' is longer than %d characters".formatted(name, maxLength));
        }
        return Optional.of(value.strip());
    }

    /// The first that is there of several names for the same thing.
    public String requiredText(int maxLength, String name, String... aliases) {
        return text(name, maxLength)
                .or(() -> Arrays.stream(aliases)
                        .flatMap(alias -> text(alias, maxLength).stream())
                        .findFirst())
                .orElseThrow(() -> invalid(name, "'%s' is missing: say what to look for".formatted(name)));
    }

    public int number(String name, int otherwise, int min, int max) {
        var value = values.get(name);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, in the same words as a number out of range.
        }
        throw invalid(name, "'%s' must be a whole number from %d to %d".formatted(name, min, max));
    }

    /// One of the given words, by the name that each has on the wire.
    public <T> Optional<T> choice(String name, Map<String, T> words) {
        var value = values.get(name);
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        var chosen = words.get(value.strip());
        if (chosen == null) {
            throw invalid(
                    name,
                    "'%s' must be one of %s"
                            .formatted(name, words.keySet().stream().sorted().collect(Collectors.joining(", "))));
        }
        return Optional.of(chosen);
    }

    /// `page` and `limit` (or `pageSize`).
    public PageQuery page(int defaultLimit) {
        int page = number("page", 1, 1, 1_000_000);
        var name = values.containsKey("limit") ? "limit" : "pageSize";
        return new PageQuery(page, number(name, defaultLimit, 1, PageQuery.MAX_LIMIT));
    }

    /// As it was sent, without any check.
    public @Nullable String raw(String name) {
        return values.get(name);
    }
}
