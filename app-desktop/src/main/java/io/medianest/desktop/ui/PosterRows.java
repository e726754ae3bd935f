package io.medianest.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.CellSkinBase;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The rows of a [PosterGrid] that are in sight, reused for others as one scrolls. A row out of sight holds no picture.
final class PosterRows<K> extends VirtualFlow<PosterRows<K>.Row> {
    private final Texts texts;
    private final PictureStore pictures;
    private final Content<K> content;

    /// How the posters of a row stand.
    ///
    /// @param columns posters a row
    /// @param posterWidth of each
    /// @param gap between two
    record Shelf(int columns, double posterWidth, double gap) {}

    /// What there is to show, and what is done with it.
    interface Content<K> {
        Shelf shelf();

        int size();

        /// Null for what is on its way.
        @Nullable Poster<K> at(int position);

        /// Whether the keyboard acts on it.
        boolean isMarked(int position);

        /// This card was drawn as the one that the keyboard acts on.
        void marked(PosterCard<K> card);

        void open(Poster<K> poster);

        void request(Poster<K> poster);
    }

    PosterRows(Texts texts, PictureStore pictures, Content<K> content) {
        super();
        this.texts = texts;
        this.pictures = pictures;
        this.content = content;
        setCellFactory(_ -> new Row());
        setFocusTraversable(false);
    }

    /// Draws the rows in sight anew.
    void repaint() {
        if (!showsAny()) {
            return;
        }
        for (int i = first(); i <= last(); i++) {
            Row row = getVisibleCell(i);
            if (row != null) {
                row.fill();
            }
        }
    }

    boolean showsAny() {
        return getFirstVisibleCell() != null && getLastVisibleCell() != null;
    }

    int first() {
        return getFirstVisibleCell().getIndex();
    }

    int last() {
        return getLastVisibleCell().getIndex();
    }

    /// One row of cards, reused for whichever row is in sight.
    final class Row extends IndexedCell<Integer> {
        private final HBox box = new HBox();
        private final List<PosterCard<K>> cards = new ArrayList<>();

        private Row() {
            getStyleClass().setAll("poster-row");
            setGraphic(box);
            visibleProperty().subscribe(this::seen);
        }

        @Override
        protected Skin<?> createDefaultSkin() {
            return new CellSkinBase<>(this);
        }

        @Override
        public void updateIndex(int index) {
            super.updateIndex(index);
            // An empty cell would not count as visible.
            updateItem(index, index < 0);
            fill();
        }

        /// The flow hides rows that it does not need just now.
        private void seen(boolean visible) {
            if (visible) {
                fill();
            } else {
                cards.forEach(PosterCard::letGo);
            }
        }

        private void fill() {
            Shelf shelf = content.shelf();
            box.setSpacing(shelf.gap());
            while (cards.size() < shelf.columns()) {
                PosterCard<K> card = card(shelf);
                cards.add(card);
                box.getChildren().add(card);
            }
            cards.subList(shelf.columns(), cards.size()).clear();
            box.getChildren().remove(shelf.columns(), box.getChildren().size());
            for (int i = 0; i < shelf.columns(); i++) {
                show(cards.get(i), getIndex() * shelf.columns() + i);
            }
        }

        private void show(PosterCard<K> card, int position) {
            card.setPosterWidth(content.shelf().posterWidth());
            if (position < 0 || position >= content.size() || !isVisible()) {
                card.show(null);
                card.markActive(false);
                return;
            }
            Poster<K> poster = content.at(position);
            if (poster == null) {
                card.showAwaited();
            } else {
                card.show(poster);
            }
            boolean marked = content.isMarked(position);
            card.markActive(marked);
            if (marked) {
                content.marked(card);
            }
        }

        private PosterCard<K> card(Shelf shelf) {
            var card = new PosterCard<K>(texts, pictures, shelf.posterWidth());
            card.setFocusTraversable(false);
            card.setOnOpen(content::open);
            card.setOnRequest(content::request);
            return card;
        }
    }
}
