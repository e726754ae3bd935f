package io.medianest.desktop.shell;

import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Links into the window: `medianest:title/movie/603`, `medianest:requests`, `medianest:https://youtu.be/…`; and the
/// one that others in the house can open.
public final class Links {
    /// So many characters are read of a text: some two thousand addresses.
    public static final int LONGEST = 100_000;

    private static final String SCHEME = "medianest:";
    private static final Pattern WEB = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern VIDEO =
            Pattern.compile("(www\\.|m\\.|music\\.)?(youtube\\.com|youtu\\.be)/\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SOMEWHERE = Pattern.compile("https?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENCODED = Pattern.compile("https?%3a", Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE = Pattern.compile("title/(movie|tv)/(\\d{1,10})");
    private static final Pattern REQUEST = Pattern.compile("requests/([\\w-]{1,64})");
    private static final Pattern DOWNLOAD = Pattern.compile("downloads/([\\w-]{1,64})");
    private static final Map<String, Route> PLACES = Map.of(
            "home", new Route.Home(),
            "search", new Route.Search(),
            "requests", new Route.Requests(null),
            "downloads", new Route.Downloads(null),
            "library", new Route.Library(null),
            "status", new Route.Status(),
            "notifications", new Route.Notifications(),
            "settings", new Route.Settings());

    private Links() {}

    /// The addresses of videos in what people drop, paste and hand over: one a line, as browsers list them, or anywhere
    /// in a text. Each once, in their order, of the first [#LONGEST] characters.
    ///
    /// @return empty where there is none
    public static List<String> videos(String text) {
        return lines(text).flatMap(Links::inLine).distinct().toList();
    }

    /// The last of the places in what people drop, paste and hand over, one a line: a window can only be at one.
    ///
    /// @return empty where there is none
    public static Optional<Route> lastPlace(String text) {
        return lines(text).map(Links::place).flatMap(Optional::stream).reduce((_, later) -> later);
    }

    /// Of what is too long only what is whole: half an address would be another one.
    private static Stream<String> lines(String text) {
        int end = text.length();
        if (end > LONGEST) {
            end = LONGEST;
            while (end > 0 && !Character.isWhitespace(text.charAt(end))) {
                end--;
            }
        }
        return text.substring(0, end).lines().map(String::strip);
    }

    private static Stream<String> inLine(String line) {
        String plain = inner(line);
        if (WEB.matcher(plain).matches() || VIDEO.matcher(plain).matches()) {
            return Stream.of(plain).filter(Links::hasHost);
        }
        return SOMEWHERE
                .matcher(line)
                .results()
                .map(found -> withoutEnd(found.group()))
                .filter(Links::hasHost);
    }

    private static boolean hasHost(String address) {
        int scheme = address.indexOf("://");
        return scheme < 0
                || (scheme + 3 < address.length() && Character.isLetterOrDigit(address.codePointAt(scheme + 3)))
                || address.startsWith("[", scheme + 3);
    }

    /// Without what ends the sentence and not the address.
    private static String withoutEnd(String address) {
        String end = address.contains("(") ? ".,;:!?\"'…" : ".,;:!?\"'…)]";
        int length = address.length();
        while (length > 0 && end.indexOf(address.charAt(length - 1)) >= 0) {
            length--;
        }
        return address.substring(0, length);
    }

    /// A place in the window.
    ///
    /// @return empty for what is none
    public static Optional<Route> place(String text) {
        String inner = inner(text);
        if (inner.equals(text)) {
            return Optional.empty();
        }
        @Nullable Route place = PLACES.get(inner);
        if (place != null) {
            return Optional.of(place);
        }
        Matcher title = TITLE.matcher(inner);
        if (title.matches()) {
            var type = title.group(1).equals("tv") ? MediaType.TV : MediaType.MOVIE;
            return Optional.of(new Route.Details(new TitleKey(type, title.group(2))));
        }
        Matcher request = REQUEST.matcher(inner);
        if (request.matches()) {
            return Optional.of(new Route.Requests(request.group(1)));
        }
        Matcher download = DOWNLOAD.matcher(inner);
        return download.matches() ? Optional.of(new Route.Downloads(download.group(1))) : Optional.empty();
    }

    /// Without the scheme, and without what browsers make of it: some write `medianest://` and encode the rest.
    private static String inner(String text) {
        if (!text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return text;
        }
        String inner = text.substring(SCHEME.length());
        inner = inner.startsWith("//") ? inner.substring(2) : inner;
        try {
            return ENCODED.matcher(inner).lookingAt() ? URLDecoder.decode(inner, StandardCharsets.UTF_8) : inner;
        } catch (IllegalArgumentException _) {
            return inner;
        }
    }

    /// How a place is remembered.
    static Optional<String> word(Route route) {
        return PLACES.entrySet().stream()
                .filter(place -> place.getValue().getClass() == route.getClass())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// The place of a word that was remembered.
    static Optional<Route> ofWord(String word) {
        return Optional.ofNullable(PLACES.get(word));
    }

    /// What any browser in the house opens.
    ///
    /// @param server its address in the house
    static String shared(String server, Route route) {
        String root = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
        return root
                + switch (route) {
                    case Route.Details(TitleKey title) ->
                        "/#/title/" + title.mediaType().wireName() + "/" + title.tmdbId();
                    case Route.Requests _ -> "/#/requests";
                    case Route.Home _,
                            Route.Search _,
                            Route.Downloads _,
                            Route.Library _,
                            Route.Status _,
                            Route.Notifications _,
                            Route.Settings _,
                            Route.Setup _ -> "/";
                };
    }
}
