package io.medianest.desktop.status;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Cards of equal width in as many columns as fit; those of a row are equally high.
final class CardGridView extends Region {
    private static final double GAP = 16;

    private final double narrowest;

    /// Empty so far.
    ///
    /// @param narrowest no card is narrower
    CardGridView(double narrowest) {
        super();
        this.narrowest = narrowest;
        getStyleClass().add("card-grid");
    }

    void show(List<? extends Node> cards) {
        if (!getChildren().equals(cards)) {
            getChildren().setAll(cards);
        }
    }

    boolean isEmpty() {
        return getChildren().isEmpty();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private int columns(double width) {
        return Math.max(1, (int) ((width + GAP) / (narrowest + GAP)));
    }

    private double cardWidth(double width) {
        int columns = columns(width);
        return Math.floor((width - GAP * (columns - 1)) / columns);
    }

    private double inner(double width) {
        return width - getInsets().getLeft() - getInsets().getRight();
    }

    private double rowHeight(int first, double width) {
        List<Node> cards = getManagedChildren();
        int end = Math.min(cards.size(), first + columns(width));
        return cards.subList(first, end).stream()
                .mapToDouble(card -> Math.ceil(card.prefHeight(cardWidth(width))))
                .max()
                .orElse(0);
    }

    @Override
    protected double computeMinWidth(double height) {
        return narrowest + getInsets().getLeft() + getInsets().getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = inner(width < 0 ? getWidth() : width);
        double height = 0;
        for (int first = 0; first < getManagedChildren().size(); first += columns(room)) {
            height += rowHeight(first, room) + (first == 0 ? 0 : GAP);
        }
        return height + getInsets().getTop() + getInsets().getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double room = inner(getWidth());
        double width = cardWidth(room);
        double top = getInsets().getTop();
        for (int first = 0; first < getManagedChildren().size(); first += columns(room)) {
            double height = rowHeight(first, room);
            for (int i = first; i < Math.min(getManagedChildren().size(), first + columns(room)); i++) {
                double left = getInsets().getLeft() + (i - first) * (width + GAP);
                getManagedChildren().get(i).resizeRelocate(snapPositionX(left), snapPositionY(top), width, height);
            }
            top += height + GAP;
        }
    }
}
