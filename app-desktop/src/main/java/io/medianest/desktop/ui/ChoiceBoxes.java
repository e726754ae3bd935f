package io.medianest.desktop.ui;

import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/// A choice of one of several that folds out.
public final class ChoiceBoxes {
    private ChoiceBoxes() {}

    /// Shows the value of a property, and changes it.
    ///
    /// @param id for tests
    /// @param name what is chosen, for people who hear the screen
    public static <T> ComboBox<T> of(
            String id,
            String name,
            Property<T> value,
            Iterable<? extends T> choices,
            Function<? super T, String> words) {
        var box = new ComboBox<T>();
        box.setId(id);
        box.getStyleClass().add("mn-combo");
        choices.forEach(box.getItems()::add);
        box.setAccessibleText(name);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T choice) {
                return words.apply(choice);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("The box cannot be typed into");
            }
        });
        box.valueProperty().bindBidirectional(value);
        return box;
    }
}
