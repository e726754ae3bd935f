package io.medianest.desktop.ui;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import org.jspecify.annotations.Nullable;

/// A switch that people who hear the screen know as a box to be ticked.
public final class Switch extends ToggleSwitch {
    public Switch() {
        super();
        setAccessibleRole(AccessibleRole.CHECK_BOX);
        selectedProperty().subscribe(() -> notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED));
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? (Object) isSelected()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            fire();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
