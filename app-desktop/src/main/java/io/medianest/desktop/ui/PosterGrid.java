package io.medianest.desktop.ui;

import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.CellSkinBase;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Posters in rows, as many a row as fit. Only what is visible exists, so ten thousand are as quick as ten.
/// Arrows, Page up and down, Home and End move; Enter opens, R asks for the title.
public final class PosterGrid extends Region {
    /// Room at both sides, so that the scroll bar stands at the edge of the page.
    private static final double MARGIN = 28;

    private static final double POSTER_WIDTH = 150;
    private static final double GAP = 20;
    private static final double ROW_GAP = 20;
    private static final int ROWS_AHEAD = 2;

    private final Texts texts;
    private final PictureStore pictures;
    private final ObservableList<Poster> items = FXCollections.observableArrayList();
    private final Flow flow = new Flow();
    private Consumer<Poster> onOpen = _ -> {};
    private Consumer<Poster> onRequest = _ -> {};
    private Runnable onNearEnd = () -> {};
    private int columns = 1;
    private double posterWidth = POSTER_WIDTH;
    private int active;
    private double gap = GAP;
    private int askedAt = -1;
    private boolean changing;
    private boolean byKeyboard;

    /// An empty grid.
    ///
    /// @param id for tests
    public PosterGrid(String id, Texts texts, PictureStore pictures) {
        this.texts = texts;
        this.pictures = pictures;
        setId(id);
        getStyleClass().addAll("poster-grid", ScreenPane.TAKES_KEYS);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        flow.setCellFactory(_ -> new Row());
        flow.setFocusTraversable(false);
        getChildren().add(flow);
        items.addListener((ListChangeListener<Poster>) _ -> itemsChanged());
        // What is in sight is known only once the rows have been laid out.
        flow.positionProperty().subscribe(this::requestLayout);
        focusVisibleProperty().subscribe(flow::repaint);
        focusedProperty().subscribe(this::focusChanged);
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    }

    /// What is shown; change it as needed.
    public ObservableList<Poster> items() {
        return items;
    }

    public void setOnOpen(Consumer<Poster> action) {
        onOpen = action;
    }

    public void setOnRequest(Consumer<Poster> action) {
        onRequest = action;
    }

    /// Called once for each length of the list when its end comes into sight.
    public void setOnNearEnd(Runnable action) {
        onNearEnd = action;
    }

    /// Comes here by keyboard: where one stands is shown at once.
    public void enter() {
        requestFocus();
        byKeyboard = true;
        flow.repaint();
    }

    private void focusChanged(boolean focused) {
        if (!focused) {
            byKeyboard = false;
            flow.repaint();
        }
    }

    public void scrollToTop() {
        active = 0;
        askedAt = -1;
        flow.scrollToTop(0);
        flow.repaint();
    }

    @Override
    protected void layoutChildren() {
        measure();
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
        flow.layout();
        askForMoreNearEnd();
    }

    private void measure() {
        double room = Math.max(POSTER_WIDTH, getWidth() - MARGIN * 2);
        int fitting = Math.max(1, (int) ((room + GAP) / (POSTER_WIDTH + GAP)));
        double width = Math.floor((room - (fitting - 1) * GAP) / fitting);
        if (fitting == columns && width == posterWidth) {
            return;
        }
        columns = fitting;
        gap = fitting == 1 ? GAP : (room - fitting * width) / (fitting - 1);
        posterWidth = width;
        flow.setFixedCellSize(PosterCard.heightOf(posterWidth) + PosterCard.WORDS_HEIGHT + ROW_GAP);
        flow.setCellCount(rows());
        flow.repaint();
    }

    private int rows() {
        return Math.ceilDiv(items.size(), columns);
    }

    private void itemsChanged() {
        active = Math.clamp(active, 0, Math.max(0, items.size() - 1));
        if (items.size() < askedAt) {
            askedAt = -1;
        }
        changing = true;
        flow.setCellCount(rows());
        flow.repaint();
        changing = false;
        requestLayout();
    }

    private void askForMoreNearEnd() {
        Row last = flow.getLastVisibleCell();
        boolean near = !changing && last != null && last.getIndex() >= rows() - 1 - ROWS_AHEAD;
        if (near && !items.isEmpty() && askedAt != items.size()) {
            askedAt = items.size();
            onNearEnd.run();
        }
    }

    private void typed(KeyEvent key) {
        switch (key.getCode()) {
            case LEFT -> move(-1, key);
            case RIGHT -> move(1, key);
            case UP -> move(-columns, key);
            case DOWN -> move(columns, key);
            case PAGE_UP -> move(-columns * visibleRows(), key);
            case PAGE_DOWN -> move(columns * visibleRows(), key);
            case HOME -> move(-active, key);
            case END -> move(items.size() - 1 - active, key);
            case ENTER -> act(onOpen, key);
            case R -> act(this::requestIfPossible, key);
            default -> {
                // Everything else is for the window.
            }
        }
    }

    private int visibleRows() {
        return Math.max(1, (int) (getHeight() / flow.getFixedCellSize()));
    }

    private void move(int step, KeyEvent key) {
        int next = active + step;
        boolean withinSight = next >= 0 && next < items.size();
        boolean farStep = Math.abs(step) > columns;
        if (withinSight || farStep) {
            byKeyboard = true;
            active = Math.clamp(next, 0, Math.max(0, items.size() - 1));
            flow.scrollTo(active / columns);
            flow.repaint();
            key.consume();
        }
    }

    private void act(Consumer<Poster> action, KeyEvent key) {
        if (active < items.size() && !key.isShortcutDown()) {
            action.accept(items.get(active));
            key.consume();
        }
    }

    private void requestIfPossible(Poster poster) {
        if (poster.requestable()) {
            onRequest.accept(poster);
        }
    }

    private @Nullable Poster at(int position) {
        return position >= 0 && position < items.size() ? items.get(position) : null;
    }

    /// Gives access to what its kind hides.
    private static final class Flow extends VirtualFlow<Row> {
        private void repaint() {
            Row first = getFirstVisibleCell();
            Row last = getLastVisibleCell();
            if (first == null || last == null) {
                return;
            }
            for (int i = first.getIndex(); i <= last.getIndex(); i++) {
                Row row = getVisibleCell(i);
                if (row != null) {
                    row.fill();
                }
            }
        }
    }

    /// One row of cards, reused for whichever row is in sight.
    private final class Row extends IndexedCell<Integer> {
        private final HBox cards = new HBox(GAP);

        private Row() {
            getStyleClass().setAll("poster-row");
            setGraphic(cards);
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

        private void fill() {
            cards.setSpacing(gap);
            while (cards.getChildren().size() < columns) {
                cards.getChildren().add(card());
            }
            cards.getChildren().remove(columns, cards.getChildren().size());
            for (int i = 0; i < columns; i++) {
                show((PosterCard) cards.getChildren().get(i), getIndex() * columns + i);
            }
        }

        private void show(PosterCard card, int position) {
            boolean marked = position == active && isGridActive();
            card.setPosterWidth(posterWidth);
            card.show(getIndex() < 0 ? null : at(position));
            card.markActive(marked);
            if (marked) {
                PosterGrid.this.setAccessibleText(card.getAccessibleText());
            }
        }

        private PosterCard card() {
            var card = new PosterCard(texts, pictures, posterWidth);
            card.setFocusTraversable(false);
            card.setOnOpen(poster -> onOpen.accept(poster));
            card.setOnRequest(poster -> onRequest.accept(poster));
            return card;
        }
    }

    private boolean isGridActive() {
        return isFocused() && (byKeyboard || isFocusVisible());
    }
}
