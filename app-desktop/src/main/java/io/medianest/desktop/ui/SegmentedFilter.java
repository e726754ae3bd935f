package io.medianest.desktop.ui;

import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// A choice of exactly one of a few, side by side. Left and right arrows move it.
public final class SegmentedFilter<T> extends HBox {
    private final ObjectProperty<T> value;

    /// With one segment a choice.
    ///
    /// @param id of the whole; the choices get it with their number
    public SegmentedFilter(String id, T initial, Iterable<? extends T> choices, Function<? super T, String> words) {
        this.value = new SimpleObjectProperty<>(initial);
        setId(id);
        getStyleClass().add("segmented");
        for (T choice : choices) {
            getChildren().add(segment(choice, words.apply(choice)));
        }
        addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    }

    private ToggleButton segment(T choice, String words) {
        var button = new ToggleButton(words);
        button.setId(getId() + "-" + getChildren().size());
        button.getStyleClass().add("segment");
        button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        button.setAccessibleText(words);
        button.setMinWidth(USE_PREF_SIZE);
        value.subscribe(now -> button.setSelected(Objects.equals(now, choice)));
        button.setOnAction(_ -> {
            value.set(choice);
            button.setSelected(true);
        });
        return button;
    }

    private void move(KeyEvent key) {
        if (key.getCode() == KeyCode.LEFT) {
            focusBeside(-1, key);
        } else if (key.getCode() == KeyCode.RIGHT) {
            focusBeside(1, key);
        }
    }

    private void focusBeside(int step, KeyEvent key) {
        int next = getChildren().indexOf(key.getTarget()) + step;
        if (next >= 0 && next < getChildren().size() && getChildren().get(next) instanceof ToggleButton button) {
            button.requestFocus();
            button.fire();
            key.consume();
        }
    }

    public ObjectProperty<T> valueProperty() {
        return value;
    }
}
