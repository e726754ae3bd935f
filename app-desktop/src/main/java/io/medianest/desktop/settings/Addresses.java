package io.medianest.desktop.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses as people write them: often without `http://`.
final class Addresses {
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:/.*");
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern HOUSE_NUMBERS = Pattern.compile(
            "(10|127|192\\.168|169\\.254|172\\.(1[6-9]|2\\d|3[01])|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7]))\\..*");
    private static final Pattern HOUSE_NUMBERS_6 = Pattern.compile("\\[(::1|f[cd][0-9a-f]{2}:.*|fe80:.*)]");
    private static final Pattern HOUSE_NAMES =
            Pattern.compile("[^.]+|.*\\.(local|lan|home|internal|localhost|home\\.arpa|fritz\\.box)");

    private Addresses() {}

    /// The whole address of what lacks its beginning: `http://` in the house, where most services have no
    /// certificate, and `https://` elsewhere.
    ///
    /// @return empty for what begins as an address does, and for what is none with a beginning either
    static Optional<String> completed(String written) {
        String rest = written.strip();
        if (rest.isEmpty() || SCHEME.matcher(rest).matches()) {
            return Optional.empty();
        }
        return host(rest).map(host -> (isInHouse(host) ? "http://" : "https://") + rest);
    }

    private static Optional<String> host(String rest) {
        try {
            return Optional.ofNullable(new URI("http://" + rest).getHost());
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static boolean isInHouse(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[")) {
            return HOUSE_NUMBERS_6.matcher(name).matches();
        }
        return NUMBERS.matcher(name).matches()
                ? HOUSE_NUMBERS.matcher(name).matches()
                : HOUSE_NAMES.matcher(name).matches();
    }
}
