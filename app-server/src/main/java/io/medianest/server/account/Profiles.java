package io.medianest.server.account;

import static io.medianest.server.platform.MediaNestException.invalid;

import io.medianest.model.account.Preferences;
import io.medianest.model.account.ProfileChange;
import io.medianest.model.account.User;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.request.Quality;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.event.EventBus;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rules of what people decide about themselves: their name and their preferences. What one of somebody's clients
/// changes, the others hear of. Thread-safe.
public final class Profiles {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TAG = 35;
    private static final List<String> THEMES = List.of("dark", "light", "system");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");

    private final Database database;
    private final Accounts accounts;
    private final EventBus events;
    private final Clock clock;

    public Profiles(Database database, Accounts accounts, EventBus events, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /// @throws MediaNestException `USER_NOT_FOUND`
    public Preferences preferences(String userId) {
        return accounts.find(userId).map(Users::preferences).orElseThrow(Accounts::unknown);
    }

    /// Changes what is given and leaves the rest.
    ///
    /// @throws MediaNestException `VALIDATION_ERROR` naming the field, `USER_NOT_FOUND`
    User change(String userId, ProfileChange change) {
        var name = change.username() == null ? null : checkedName(change.username());
        var preferences = change.preferences() == null ? Preferences.NONE : change.preferences();
        check(preferences, "preferences.");
        save(userId, name, before -> before.changedBy(preferences), null);
        return accounts.user(userId);
    }

    /// Puts preferences in place of all earlier ones: what is left out is the default again.
    ///
    /// @throws MediaNestException `VALIDATION_ERROR` naming the field, `USER_NOT_FOUND`
    Preferences replace(String userId, Preferences preferences) {
        check(preferences, "");
        return save(userId, null, before -> preferences, null);
    }

    /// Changes those preferences that are given and leaves the rest.
    ///
    /// @param connection which changes them, and need not be told
    /// @throws MediaNestException `VALIDATION_ERROR` naming the field, `USER_NOT_FOUND`
    public Preferences change(String userId, Preferences change, String connection) {
        check(change, "");
        return save(userId, null, before -> before.changedBy(change), connection);
    }

    private Preferences save(
            String userId, @Nullable String name, UnaryOperator<Preferences> change, @Nullable String connection) {
        return database.inside(tx -> {
            var store = tx.store(AccountStore.class);
            var account = store.findForUpdate(userId).orElseThrow(Accounts::unknown);
            var before = Users.preferences(account);
            var after = change.apply(before);
            var newName = name == null ? account.username() : name;
            store.setProfile(userId, newName, Users.json(after), clock.instant());
            tx.afterCommit(() -> accounts.changed(userId));
            if (!after.equals(before)) {
                tx.afterCommit(() -> events.publish(new ServerEvent.PreferencesChanged(userId, after, connection)));
            }
            return after;
        });
    }

    private static String checkedName(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw invalid("username", "'username' must have 1 to %d characters".formatted(LONGEST_NAME));
        }
        return stripped;
    }

    private static void check(Preferences preferences, String prefix) {
        if (preferences.defaultQuality() == Quality.UNKNOWN) {
            throw invalid(prefix + "defaultQuality", "'defaultQuality' must be 720p, 1080p or 4K");
        }
        if (preferences.theme() != null && !THEMES.contains(preferences.theme())) {
            throw invalid(prefix + "theme", "'theme' must be dark, light or system");
        }
        var language = preferences.language();
        if (language != null
                && (language.length() > LONGEST_TAG
                        || !LANGUAGE.matcher(language).matches())) {
            throw invalid(prefix + "language", "'language' must be a language tag such as en or de");
        }
    }
}
