package io.medianest.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;

/// A few posters side by side.
public final class PosterRow<K> extends StackPane {
    private static final double GAP = 16;

    private final Strip strip;
    private final Texts texts;
    private final PictureStore pictures;
    private final double posterWidth;
    private final List<PosterCard<K>> cards = new ArrayList<>();
    private Consumer<Poster<K>> onOpen = _ -> {};
    private Consumer<Poster<K>> onRequest = _ -> {};

    /// An empty row.
    ///
    /// @param id for tests
    public PosterRow(String id, Texts texts, PictureStore pictures, double posterWidth) {
        this.strip = new Strip(id, GAP);
        getChildren().add(strip);
        this.texts = texts;
        this.pictures = pictures;
        this.posterWidth = posterWidth;
        strip.setPrefHeight(PosterCard.heightOf(posterWidth) + PosterCard.WORDS_HEIGHT);
    }

    public void setOnOpen(Consumer<Poster<K>> action) {
        onOpen = action;
    }

    public void setOnRequest(Consumer<Poster<K>> action) {
        onRequest = action;
    }

    /// Shows these in place of the ones before; cards are reused.
    public void show(List<Poster<K>> posters) {
        while (cards.size() < posters.size()) {
            PosterCard<K> card = card();
            cards.add(card);
            strip.items().add(card);
        }
        cards.subList(posters.size(), cards.size()).clear();
        strip.items().remove(posters.size(), strip.items().size());
        for (int i = 0; i < posters.size(); i++) {
            cards.get(i).show(posters.get(i));
        }
    }

    private PosterCard<K> card() {
        var card = new PosterCard<K>(texts, pictures, posterWidth);
        card.setOnOpen(poster -> onOpen.accept(poster));
        card.setOnRequest(poster -> onRequest.accept(poster));
        card.focusedProperty().subscribe(focused -> {
            if (focused) {
                strip.bringIntoSight(card);
            }
        });
        return card;
    }
}
