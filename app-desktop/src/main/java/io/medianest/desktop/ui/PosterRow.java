package io.medianest.desktop.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;

/// A few posters in one row that runs off the page at the right; the wheel held with Shift, a swipe or Tab moves it.
public final class PosterRow extends ScrollPane {
    private static final double GAP = 16;

    private final Texts texts;
    private final PictureStore pictures;
    private final double posterWidth;
    private final HBox cards = new HBox(GAP);
    private Consumer<Poster> onOpen = _ -> {};
    private Consumer<Poster> onRequest = _ -> {};

    /// An empty row.
    ///
    /// @param id for tests
    public PosterRow(String id, Texts texts, PictureStore pictures, double posterWidth) {
        super();
        this.texts = texts;
        this.pictures = pictures;
        this.posterWidth = posterWidth;
        setId(id);
        getStyleClass().add("poster-strip");
        setContent(cards);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFitToHeight(true);
        double height = PosterCard.heightOf(posterWidth) + PosterCard.WORDS_HEIGHT;
        setMinHeight(height);
        setPrefHeight(height);
    }

    public void setOnOpen(Consumer<Poster> action) {
        onOpen = action;
    }

    public void setOnRequest(Consumer<Poster> action) {
        onRequest = action;
    }

    /// Shows these in place of the ones before; cards are reused.
    public void show(List<Poster> posters) {
        while (cards.getChildren().size() < posters.size()) {
            cards.getChildren().add(card());
        }
        cards.getChildren().remove(posters.size(), cards.getChildren().size());
        for (int i = 0; i < posters.size(); i++) {
            ((PosterCard) cards.getChildren().get(i)).show(posters.get(i));
        }
    }

    private PosterCard card() {
        var card = new PosterCard(texts, pictures, posterWidth);
        card.setOnOpen(poster -> onOpen.accept(poster));
        card.setOnRequest(poster -> onRequest.accept(poster));
        card.focusedProperty().subscribe(focused -> {
            if (focused) {
                bringIntoSight(card);
            }
        });
        return card;
    }

    private void bringIntoSight(PosterCard card) {
        double hidden = cards.getWidth() - getViewportBounds().getWidth();
        if (hidden > 0) {
            double middle =
                    card.getBoundsInParent().getCenterX() - getViewportBounds().getWidth() / 2;
            setHvalue(Math.clamp(middle / hidden, 0, 1));
        }
    }
}
