package io.medianest.desktop.settings;

import io.medianest.desktop.ui.View;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/// Several cards that make one section, one below the other.
public final class CardsView implements View {
    private final List<View> cards;

    public CardsView(List<View> cards) {
        this.cards = List.copyOf(cards);
    }

    @Override
    public Parent create() {
        var column = new VBox();
        column.getStyleClass().add("settings-section");
        cards.forEach(card -> column.getChildren().add(card.create()));
        return column;
    }

    @Override
    public void shown() {
        cards.forEach(View::shown);
    }

    @Override
    public void refresh() {
        cards.forEach(View::refresh);
    }

    @Override
    public void hidden() {
        cards.forEach(View::hidden);
    }

    @Override
    public void closed() {
        cards.forEach(View::closed);
    }
}
