package io.medianest.server.settings;

import static io.medianest.server.platform.MediaNestException.invalid;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.settings.SettingChanges;
import io.medianest.model.settings.SettingEntry;
import io.medianest.model.settings.SettingList;
import io.medianest.model.settings.SettingSource;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.security.Caller;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The settings while the program runs: what was given from outside stands, the rest people may change. Thread-safe.
public final class Settings {
    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    private final GivenSettings given;
    private final StoredSettings storage;
    private final Check check;
    private final Check place;
    private final List<Consumer<Map<Setting, String>>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock changing = new ReentrantLock();
    private final Map<Setting, String> atStart;
    private volatile Map<Setting, String> stored;

    /// @param check of the form of values
    /// @param place says whether the program could listen where they want it to
    Settings(GivenSettings given, StoredSettings storage, Check check, Check place) {
        this.given = given;
        this.storage = storage;
        this.check = check;
        this.place = place;
        this.stored = usable(storage.read());
        this.atStart = StartValues.of(given, stored, place);
    }

    /// Knows what values must look like.
    @FunctionalInterface
    public interface Check {
        /// @param values of all settings
        /// @throws WrongSetting for one that cannot be taken
        void check(Map<Setting, String> values);
    }

    /// Drops what this version of the program cannot take, so that it starts and can be mended.
    private Map<Setting, String> usable(Map<Setting, String> found) {
        var left = new EnumMap<Setting, String>(Setting.class);
        left.putAll(found);
        while (true) {
            try {
                check.check(given.over(left));
                return left;
            } catch (WrongSetting e) {
                if (left.remove(e.setting()) == null) {
                    throw e;
                }
                LOG.warn("what was set in the program is not used: {}", e.getMessage());
            }
        }
    }

    /// The values that this run of the program began with.
    public Map<Setting, String> atStart() {
        return atStart;
    }

    /// The values that count now.
    public Map<Setting, String> values() {
        return given.over(stored);
    }

    /// Has `listener` told all values after each change, on the thread of whoever changes.
    public void onChange(Consumer<Map<Setting, String>> listener) {
        listeners.add(listener);
    }

    /// Takes what another server has changed.
    public void readAgain() {
        changing.lock();
        try {
            var found = usable(storage.read());
            if (!found.equals(stored)) {
                stored = found;
                var values = values();
                listeners.forEach(listener -> listener.accept(values));
            }
        } finally {
            changing.unlock();
        }
    }

    SettingList list() {
        var values = values();
        var entries = Arrays.stream(Setting.values())
                .filter(setting -> setting.change() != Setting.Change.OUTSIDE)
                .map(setting -> entry(setting, values.getOrDefault(setting, "")))
                .toList();
        return new SettingList(entries, entries.stream().anyMatch(SettingEntry::restartNeeded));
    }

    private SettingEntry entry(Setting setting, String value) {
        var source = sourceOf(setting);
        return new SettingEntry(
                setting.key(),
                shown(setting, value),
                setting.fallback().isEmpty() ? null : setting.fallback(),
                source,
                setting.kind(),
                isLocked(setting),
                setting.change() == Setting.Change.AT_NEXT_START && !value.equals(atStart.get(setting)),
                setting.description(),
                setting.choices().isEmpty() ? null : setting.choices());
    }

    private static @Nullable String shown(Setting setting, String value) {
        if (value.isEmpty()) {
            return null;
        }
        return setting.isSecret() ? WantedChanges.HIDDEN : value;
    }

    private SettingSource sourceOf(Setting setting) {
        var outside = given.sourceOf(setting);
        return outside == SettingSource.DEFAULT && stored.containsKey(setting) ? SettingSource.DATABASE : outside;
    }

    private boolean isLocked(Setting setting) {
        return given.sourceOf(setting) != SettingSource.DEFAULT;
    }

    /// Changes some settings: all of them, or none when one cannot be taken.
    ///
    /// @throws MediaNestException `VALIDATION_ERROR` naming the key of an unknown setting or a wrong value, or of a
    ///     secret that must be entered anew; `INVALID_STATE` for one that is fixed from outside; `FORBIDDEN` for
    ///     one that only the window may change
    SettingList change(Caller caller, SettingChanges wishes) {
        changing.lock();
        try {
            var changes = WantedChanges.read(wishes);
            changes.keySet().forEach(this::requireChangeable);
            var next = applied(stored, changes);
            require(caller, changes, given.over(next));
            storage.write(changes, caller.userId());
            stored = next;
            LOG.info("{} ({}) changed settings: {}", caller.username(), caller.userId(), described(changes));
            var values = values();
            listeners.forEach(listener -> listener.accept(values));
            storage.tellOthers();
            return list();
        } finally {
            changing.unlock();
        }
    }

    private void require(Caller caller, Map<Setting, Optional<String>> changes, Map<Setting, String> after) {
        checked(check, after);
        Safeguards.requireHere(caller, values(), after);
        Safeguards.carriedOff(values(), after, changes).forEach(this::requireAnew);
        if (changes.containsKey(Setting.SERVER_HOST) || changes.containsKey(Setting.SERVER_PORT)) {
            checked(place, after);
        }
    }

    /// All values as they would be, whether or not the changed ones are fixed from outside; but for keys that belong to
    /// another address.
    ///
    /// @throws MediaNestException `VALIDATION_ERROR` and `FORBIDDEN` as [#change]
    Map<Setting, String> tried(Caller caller, SettingChanges wishes) {
        var before = values();
        var values = new EnumMap<>(before);
        var changes = WantedChanges.read(wishes);
        changes.forEach((setting, value) -> values.put(setting, value.orElse(setting.fallback())));
        checked(check, values);
        Safeguards.requireHere(caller, before, values);
        Safeguards.carriedOff(before, values, changes).forEach(key -> values.put(key, ""));
        return values;
    }

    private void requireChangeable(Setting setting) {
        if (setting.change() == Setting.Change.OUTSIDE) {
            throw new MediaNestException(
                    ErrorCode.INVALID_STATE,
                    "%s can only be set before the start: in medianest.yaml, the environment or on the command line"
                            .formatted(setting.key()),
                    setting.key());
        }
        if (isLocked(setting)) {
            throw new MediaNestException(
                    ErrorCode.INVALID_STATE,
                    "%s is fixed by %s: change it there".formatted(setting.key(), place(given.sourceOf(setting))),
                    setting.key());
        }
    }

    private void requireAnew(Setting key) {
        if (isLocked(key)) {
            throw new MediaNestException(
                    ErrorCode.INVALID_STATE,
                    "%s is fixed by %s: set the new address there as well"
                            .formatted(key.key(), place(given.sourceOf(key))),
                    key.key());
        }
        throw invalid(key.key(), "Enter %s again for the new address".formatted(key.key()));
    }

    private static String place(SettingSource source) {
        return switch (source) {
            case DEFAULT, DATABASE -> "the program";
            case FILE -> "medianest.yaml";
            case ENVIRONMENT -> "the environment";
            case COMMAND_LINE -> "the command line";
            case DEMO -> "the demo";
        };
    }

    private static void checked(Check check, Map<Setting, String> values) {
        try {
            check.check(values);
        } catch (WrongSetting e) {
            throw invalid(e.setting().key(), String.valueOf(e.getMessage()));
        }
    }

    private static Map<Setting, String> applied(Map<Setting, String> before, Map<Setting, Optional<String>> changes) {
        var after = new EnumMap<Setting, String>(Setting.class);
        after.putAll(before);
        changes.forEach((setting, value) ->
                value.ifPresentOrElse(text -> after.put(setting, text), () -> after.remove(setting)));
        return after;
    }

    private static List<String> described(Map<Setting, Optional<String>> changes) {
        return changes.entrySet().stream()
                .map(change -> change.getKey().key() + "="
                        + change.getValue()
                                .map(value -> String.valueOf(shown(change.getKey(), value)))
                                .orElse("(default)"))
                .toList();
    }
}
