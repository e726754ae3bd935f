package io.medianest.server.settings;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.security.Caller;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What even an admin cannot do from afar by changing settings: carry off a key that is write-only, or have this
/// machine run a program.
final class Safeguards {
    /// Whose key goes to which address.
    private static final Map<Setting, Setting> KEYS = Map.of(
            Setting.PLEX_URL, Setting.PLEX_TOKEN,
            Setting.PLEX_OTHER_URLS, Setting.PLEX_TOKEN,
            Setting.PLEX_TV_URL, Setting.PLEX_TOKEN,
            Setting.OVERSEERR_URL, Setting.OVERSEERR_API_KEY,
            Setting.TMDB_URL, Setting.TMDB_API_KEY,
            Setting.UPTIME_KUMA_URL, Setting.UPTIME_KUMA_API_KEY);

    /// What this machine executes, and where it writes.
    private static final Set<Setting> OF_THIS_MACHINE =
            EnumSet.of(Setting.YOUTUBE_YT_DLP, Setting.YOUTUBE_FFMPEG, Setting.YOUTUBE_DIRECTORY);

    private Safeguards() {}

    /// @param before the values of all settings
    /// @param after the values as they would be
    /// @throws MediaNestException `FORBIDDEN` when somebody elsewhere changes what only the window may
    static void requireHere(Caller caller, Map<Setting, String> before, Map<Setting, String> after) {
        if (caller.credential() == Caller.Credential.WINDOW) {
            return;
        }
        for (var setting : OF_THIS_MACHINE) {
            if (!Objects.equals(before.get(setting), after.get(setting))) {
                throw new MediaNestException(
                        ErrorCode.FORBIDDEN,
                        "%s can only be changed in the program's own window, or before the start in medianest.yaml"
                                .formatted(setting.key()),
                        setting.key());
            }
        }
    }

    /// The keys that would go to somebody who was not given them: the address is another, and the key is that of the
    /// address before.
    ///
    /// @param changes what is set anew, empty for a return to the default
    static Set<Setting> carriedOff(
            Map<Setting, String> before, Map<Setting, String> after, Map<Setting, Optional<String>> changes) {
        var carriedOff = EnumSet.noneOf(Setting.class);
        KEYS.forEach((address, key) -> {
            boolean hasKey = !after.getOrDefault(key, "").isEmpty();
            if (hasKey && !changes.containsKey(key) && isElsewhere(before.get(address), after.get(address))) {
                carriedOff.add(key);
            }
        });
        return carriedOff;
    }

    /// No address at all is not elsewhere: nothing is sent there.
    private static boolean isElsewhere(@Nullable String before, @Nullable String after) {
        return !origins(before).containsAll(origins(after));
    }

    /// Of one address, or of several with commas between them.
    private static Set<String> origins(@Nullable String addresses) {
        return Arrays.stream(Objects.requireNonNullElse(addresses, "").split(","))
                .map(String::strip)
                .map(Safeguards::origin)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /// Scheme, host and port: who gets what is sent.
    private static @Nullable String origin(@Nullable String address) {
        if (address == null || address.isEmpty()) {
            return null;
        }
        try {
            var uri = WebAddress.parse(address);
            return "%s://%s:%d"
                    .formatted(uri.getScheme(), uri.getHost(), port(uri))
                    .toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equals(address.getScheme()) ? 443 : 80;
    }
}
