package io.medianest.desktop.setup;

import io.medianest.desktop.settings.DiscoveryViewModel;
import io.medianest.desktop.settings.SettingsModel;
import io.medianest.model.settings.FoundKind;
import io.medianest.model.settings.FoundService;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which of the first steps is in front, and the way on. What is set in a step is saved by its fields at once, so that
/// leaving at any time loses nothing.
public final class SetupViewModel {
    private final SettingsModel settings;
    private final DiscoveryViewModel discovery;
    private final Runnable onFinish;
    private final ReadOnlyObjectWrapper<SetupStep> step = new ReadOnlyObjectWrapper<>(SetupStep.SERVICES);

    /// @param onFinish is told that the steps are over, done or left out
    public SetupViewModel(SettingsModel settings, DiscoveryViewModel discovery, Runnable onFinish) {
        this.settings = settings;
        this.discovery = discovery;
        this.onFinish = onFinish;
    }

    /// Somebody looks: from the beginning.
    public void opened() {
        step.set(SetupStep.SERVICES);
        settings.read();
        discovery.look();
    }

    public ReadOnlyObjectProperty<SetupStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public boolean isFirst() {
        return step.get().number() == 1;
    }

    public boolean isLast() {
        return step.get().number() == SetupStep.COUNT;
    }

    /// To the next step, or out after the last.
    public void next() {
        step.get().further(1).ifPresentOrElse(step::set, this::finish);
    }

    /// Does nothing at the first.
    public void back() {
        step.get().further(-1).ifPresent(step::set);
    }

    /// Leaves out whatever is left.
    public void finish() {
        onFinish.run();
    }

    /// Other MediaNests of the house, among what was found.
    public List<FoundService> others() {
        return discovery.foundProperty().get().stream()
                .filter(found -> found.kind() == FoundKind.MEDIANEST)
                .toList();
    }

    /// What answers in the house.
    public ReadOnlyObjectProperty<List<FoundService>> foundProperty() {
        return discovery.foundProperty();
    }
}
