package io.medianest.desktop.settings;

import io.medianest.desktop.settings.SettingsSection.Audience;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Which sections there are for who is signed in, and which of them is open.
public final class SettingsViewModel {
    private final SettingsModel settings;
    private final Collection<SettingsSection> built;
    private final ReadOnlyObjectWrapper<List<SettingsSection>> sections = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<@Nullable SettingsSection> open;
    private boolean admin;

    /// @param built the sections that there are views of
    /// @param open the section in front, which outlives the views: they are made anew in another language
    public SettingsViewModel(
            SettingsModel settings,
            ReadOnlyObjectProperty<@Nullable User> me,
            Collection<SettingsSection> built,
            ObjectProperty<@Nullable SettingsSection> open) {
        this.open = open;
        this.settings = settings;
        this.built = built;
        me.subscribe(this::signedIn);
    }

    private void signedIn(@Nullable User user) {
        admin = user != null && user.role() == Role.ADMIN;
        var mine = Stream.of(SettingsSection.values())
                .filter(built::contains)
                .filter(section -> admin || section.audience() == Audience.EVERYBODY)
                .toList();
        sections.set(mine);
        if (open.get() == null || !mine.contains(open.get())) {
            open.set(mine.isEmpty() ? null : mine.getFirst());
        }
    }

    /// Somebody looks: settings may have been changed elsewhere.
    public void opened() {
        if (admin) {
            settings.read();
        }
    }

    /// Goes to a section, if it is there for who is signed in.
    public void open(SettingsSection section) {
        if (sections.get().contains(section)) {
            open.set(section);
        }
    }

    public ReadOnlyObjectProperty<List<SettingsSection>> sectionsProperty() {
        return sections.getReadOnlyProperty();
    }

    /// The section in front; absent while nobody is signed in.
    public ObjectProperty<@Nullable SettingsSection> openProperty() {
        return open;
    }

    /// Whether something was changed that works only after the next start.
    public ReadOnlyBooleanProperty restartNeededProperty() {
        return settings.restartNeededProperty();
    }
}
