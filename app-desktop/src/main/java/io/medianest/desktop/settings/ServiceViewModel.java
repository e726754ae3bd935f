package io.medianest.desktop.settings;

import io.medianest.desktop.api.SettingsApi;
import io.medianest.desktop.ui.Async;
import io.medianest.model.settings.FoundService;
import io.medianest.model.settings.SettingChanges;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One service: its address and keys, which are saved together, and whether it can be used with them.
public final class ServiceViewModel {
    private final ServiceKind kind;
    private final SettingsModel settings;
    private final SettingsApi api;
    private final Async async;
    private final DiscoveryViewModel discovery;
    private final List<SettingField> fields;
    private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>(new Verdict.Unknown());

    public ServiceViewModel(
            ServiceKind kind, SettingsModel settings, SettingsApi api, Async async, DiscoveryViewModel discovery) {
        this.kind = kind;
        this.settings = settings;
        this.api = api;
        this.async = async;
        this.discovery = discovery;
        this.fields = Stream.concat(Stream.ofNullable(kind.address()), kind.others().stream())
                .map(settings::field)
                .toList();
        // What was found out holds for the values that it was found out with.
        fields.forEach(field -> field.draftProperty().subscribe((_, now) -> typed(field, now)));
    }

    private void typed(SettingField field, String now) {
        if (!now.isEmpty() && field.isDirty()) {
            async.cancel(this);
            verdict.set(new Verdict.Unknown());
        }
    }

    public ServiceKind kind() {
        return kind;
    }

    /// The address first, where there is one.
    public List<SettingField> fields() {
        return fields;
    }

    public ReadOnlyObjectProperty<Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /// What answers in the house and could be this service; without what is set already.
    public List<FoundService> offers() {
        String address = kind.address();
        if (address == null || settings.field(address).isLocked()) {
            return List.of();
        }
        String now = withoutSlash(settings.field(address).draftProperty().get());
        return discovery.foundProperty().get().stream()
                .filter(found -> found.kind() == kind.found())
                .filter(found -> !withoutSlash(found.address()).equals(now))
                .toList();
    }

    private static String withoutSlash(String address) {
        return address.strip().replaceFirst("/+$", "");
    }

    /// What answers in the house, told anew when it is looked for.
    public ReadOnlyObjectProperty<List<FoundService>> foundProperty() {
        return discovery.foundProperty();
    }

    /// Takes the address of something that was found.
    public void use(FoundService found) {
        String address = kind.address();
        if (address != null) {
            SettingField field = settings.field(address);
            field.draftProperty().set(found.address());
            commit(field);
        }
    }

    /// Saves what is written in any field of this service, and tries it.
    public void commit(SettingField left) {
        settings.commit(fields, left, this::testWhereComplete);
    }

    public void undo(SettingField field) {
        settings.undo(field);
    }

    public void reset(SettingField field) {
        settings.reset(field);
        verdict.set(new Verdict.Unknown());
    }

    /// Tries it, if all that it needs is set.
    void testWhereComplete() {
        if (isComplete()) {
            test();
        }
    }

    /// Whether all that it needs is set: a page and a key of Uptime Kuma may be missing, and downloads need nothing.
    public boolean isComplete() {
        return switch (kind) {
            case PLEX, OVERSEERR, TMDB -> fields.stream().allMatch(SettingField::isSet);
            case UPTIME_KUMA -> fields.getFirst().isSet();
            case YOUTUBE -> true;
        };
    }

    /// Tries the service with what is written, saved or not.
    public void test() {
        fields.forEach(SettingField::complete);
        verdict.set(new Verdict.Trying());
        var values = new LinkedHashMap<String, @Nullable String>();
        fields.stream()
                .filter(field -> field.isDirty() && !field.isLocked())
                .forEach(field ->
                        values.put(field.key(), field.draftProperty().get().strip()));
        async.latest(this, () -> api.test(kind.id(), SettingChanges.of(values)))
                .then(
                        test -> verdict.set(new Verdict.Tried(test)),
                        problem -> verdict.set(new Verdict.Failed(problem)));
    }
}
