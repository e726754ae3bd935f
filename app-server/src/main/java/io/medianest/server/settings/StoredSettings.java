package io.medianest.server.settings;

import io.medianest.server.platform.Secret;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.security.SecretBox;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What people have set in the program, in the database. Thread-safe.
final class StoredSettings {
    private static final Logger LOG = LoggerFactory.getLogger(StoredSettings.class);

    private static final String TOPIC = "settings";

    private final Database database;
    private final SecretBox secrets;
    private final Clock clock;

    StoredSettings(Database database, SecretBox secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// All of them, but for what another version of the program or another key has left behind.
    Map<Setting, String> read() {
        var values = new EnumMap<Setting, String>(Setting.class);
        for (var row : database.store(SettingStore.class).all()) {
            Setting.of(row.name())
                    .flatMap(setting -> value(setting, row.content()).map(value -> Map.entry(setting, value)))
                    .ifPresent(entry -> values.put(entry.getKey(), entry.getValue()));
        }
        return values;
    }

    /// Has the other servers read again.
    void tellOthers() {
        database.link().tellAndAwait(TOPIC, "");
    }

    /// Has `listener` told when another server has changed something.
    void onChangeElsewhere(Runnable listener) {
        database.link().on(TOPIC, nothing -> listener.run());
        database.link().onGap(listener);
    }

    private Optional<String> value(Setting setting, String content) {
        if (!setting.isSecret()) {
            return Optional.of(content);
        }
        try {
            return Optional.of(secrets.open(content).reveal());
        } catch (SecretBox.CannotOpen e) {
            LOG.warn("{} was stored with another key file: it has to be set again", setting.key());
            return Optional.empty();
        }
    }

    /// @param changes empty for those that return to their defaults
    void write(Map<Setting, Optional<String>> changes, String userId) {
        var now = clock.instant();
        database.run(tx -> {
            var store = tx.store(SettingStore.class);
            changes.forEach((setting, value) -> {
                store.delete(setting.key());
                value.ifPresent(text -> store.insert(setting.key(), content(setting, text), now, userId));
            });
        });
    }

    private String content(Setting setting, String value) {
        return setting.isSecret() ? secrets.seal(new Secret(value)) : value;
    }
}
