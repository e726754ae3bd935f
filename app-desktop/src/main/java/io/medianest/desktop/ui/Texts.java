package io.medianest.desktop.ui;

import io.medianest.desktop.api.ApiException;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All words of the window in one language. One bundle a screen: the key `search.empty` lives in
/// `i18n/search.properties` (English) and `i18n/search_de.properties`. Belongs to the FX thread.
public final class Texts {
    /// The languages there are, the fallback first.
    public static final List<Locale> LANGUAGES = List.of(Locale.UK, Locale.GERMANY);

    private static final String FOLDER = "io.medianest.desktop.i18n.";
    private static final ResourceBundle.Control NO_DETOUR =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);

    private final Locale locale;
    private final Languages languages;
    private final ZoneId zone;
    private final Clock clock;
    private final Map<String, ResourceBundle> bundles = new HashMap<>();
    private final Phrases phrases;

    public Texts(Locale locale, Clock clock) {
        this(locale, clock, Languages.BUILT_IN);
    }

    /// @param languages what people have added
    public Texts(Locale locale, Clock clock, Languages languages) {
        this.locale = locale;
        this.languages = languages;
        this.zone = clock.getZone();
        this.clock = clock;
        this.phrases = new Phrases(FOLDER + "said", locale, languages.texts(locale));
    }

    /// The nearest language there is; with the habits of the person's country where that speaks it.
    ///
    /// @param tag an IETF tag, or `system`
    public static Locale language(String tag) {
        Locale wished = tag.equals("system") ? Locale.getDefault() : Locale.forLanguageTag(tag);
        Locale known = LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(wished.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.getFirst());
        return known.getLanguage().equals(Locale.getDefault().getLanguage()) ? Locale.getDefault() : known;
    }

    /// What tells the time here.
    public Clock clock() {
        return clock;
    }

    public Locale locale() {
        return locale;
    }

    /// The text of a key, with `{0}`, `{1}`, … filled in.
    public String get(String key, Object... arguments) {
        String added = languages.texts(locale).get(key);
        if (added != null) {
            try {
                return new MessageFormat(added, locale).format(arguments);
            } catch (IllegalArgumentException e) {
                LOG.warn("The text of {} in {} makes no sense: {}", key, locale, e.getMessage());
            }
        }
        String pattern = bundle(key).getString(key);
        return new MessageFormat(pattern, locale).format(arguments);
    }

    /// The tags of all languages there are.
    public List<String> languages() {
        return languages.tags();
    }

    /// Whether there is such a text, for words that a newer server may have invented.
    public boolean has(String key) {
        try {
            return bundle(key).containsKey(key);
        } catch (MissingResourceException _) {
            return false;
        }
    }

    private ResourceBundle bundle(String key) {
        String name = key.substring(0, key.indexOf('.'));
        return bundles.computeIfAbsent(name, screen -> ResourceBundle.getBundle(FOLDER + screen, locale, NO_DETOUR));
    }

    /// What went wrong, in plain words.
    public String problem(ApiException problem) {
        if (problem.isOffline()) {
            return get("ui.problem.offline");
        }
        String key = "ui.problem." + problem.code().name();
        return has(key) ? get(key) : said(problem.message());
    }

    /// A sentence of the server in the language of the window, as far as it is known in it.
    ///
    /// @return empty for no sentence
    public String said(@Nullable String sentence) {
        return sentence == null ? "" : phrases.translated(sentence);
    }

    /// “Today 18:02”, “Yesterday 9:15” or a date.
    public String moment(Instant instant) {
        return moment(instant, "");
    }

    /// As [#moment(Instant)], in the middle of a sentence: “today 18:02”.
    public String momentWithin(Instant instant) {
        return moment(instant, "Within");
    }

    private String moment(Instant instant, String place) {
        ZonedDateTime at = instant.atZone(zone);
        LocalDate today = LocalDate.now(clock);
        if (at.toLocalDate().equals(today)) {
            return get("ui.time.today" + place, time(instant));
        }
        if (at.toLocalDate().equals(today.minusDays(1))) {
            return get("ui.time.yesterday" + place, time(instant));
        }
        return date(at.toLocalDate());
    }

    /// The keys for what the main modifier does with a letter, as they are written on keyboards here.
    public String shortcut(String letter) {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        return mac ? "⌘ " + letter : get("ui.shortcut", letter);
    }

    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    /// “just now”, “9 min ago”, “3 h ago”, “5 days ago”.
    public String ago(Instant instant) {
        Duration past = Duration.between(instant, clock.instant());
        if (past.toMinutes() < 1) {
            return get("ui.time.now");
        }
        if (past.toHours() < 1) {
            return get("ui.time.minutes", past.toMinutes());
        }
        if (past.toDays() < 1) {
            return get("ui.time.hours", past.toHours());
        }
        return get("ui.time.days", past.toDays());
    }

    /// “2 h 33 min”.
    public String minutes(int minutes) {
        if (minutes < 60) {
            return get("ui.runtime.minutes", minutes);
        }
        return get("ui.runtime.hours", minutes / 60, minutes % 60);
    }
}
