package io.medianest.server;

import io.medianest.server.platform.Amount;
import io.medianest.server.platform.Secret;
import io.medianest.server.settings.Setting;
import io.medianest.server.settings.WebAddress;
import io.medianest.server.settings.WrongSetting;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The texts of all settings, read as what they stand for. Methods throw [WrongSetting] for one that cannot be read.
record SettingValues(Map<Setting, String> texts) {
    private static final Pattern BYTES = Pattern.compile("(\\d{1,9})(B|KB|MB|GB)", Pattern.CASE_INSENSITIVE);

    /// Empty where nothing is set.
    String text(Setting setting) {
        return texts.getOrDefault(setting, "").strip();
    }

    boolean flag(Setting setting) {
        return switch (text(setting)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(setting, "true or false");
        };
    }

    int number(Setting setting, int min, int max) {
        try {
            int number = Integer.parseInt(text(setting));
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, in the same words as a number out of range.
        }
        throw wrong(setting, "a whole number from %d to %d".formatted(min, max));
    }

    long bytes(Setting setting) {
        var match = BYTES.matcher(text(setting));
        if (!match.matches()) {
            throw wrong(setting, "a size such as 500MB or 2GB");
        }
        long count = Long.parseLong(match.group(1));
        return switch (match.group(2).toUpperCase(Locale.ROOT)) {
            case "KB" -> count * 1_000;
            case "MB" -> count * 1_000_000;
            case "GB" -> count * 1_000_000_000;
            default -> count;
        };
    }

    Duration duration(Setting setting) {
        try {
            return Amount.duration(text(setting));
        } catch (IllegalArgumentException e) {
            throw wrong(setting, "a time such as 60s or 5m");
        }
    }

    /// What stands between commas.
    ///
    /// @param reading of one; empty when it cannot be taken
    <T> Set<T> list(Setting setting, Function<String, Optional<T>> reading, String wanted) {
        return Arrays.stream(text(setting).split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(item -> reading.apply(item).orElseThrow(() -> wrong(setting, wanted)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// In their order.
    List<URI> addresses(Setting setting) {
        return Arrays.stream(text(setting).split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(item -> address(item)
                        .orElseThrow(() ->
                                wrong(setting, "addresses such as http://192.168.1.5:32400, with commas between them")))
                .distinct()
                .toList();
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(WebAddress.parse(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    URI uri(Setting setting) {
        try {
            return WebAddress.parse(text(setting));
        } catch (URISyntaxException e) {
            throw wrong(setting, "an address that begins with http:// or https://, without a user name");
        }
    }

    /// Null where nothing is set.
    @Nullable Secret secret(Setting setting) {
        var value = text(setting);
        return value.isEmpty() ? null : new Secret(value);
    }

    static WrongSetting wrong(Setting setting, String wanted) {
        return new WrongSetting(setting, wanted);
    }
}
