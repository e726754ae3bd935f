package io.medianest.desktop.ui;

import io.medianest.desktop.ui.PosterRows.Shelf;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Posters in rows, as many a row as fit. Only what is visible exists, so ten thousand are as quick as ten.
/// Arrows, Page up and down, Home and End move, letters go to the title that begins with them; Enter opens, with Shift
/// it asks for the title.
public final class PosterGrid<K> extends Region {
    /// Room at both sides, so that the scroll bar stands at the edge of the page.
    static final double MARGIN = 28;

    static final double POSTER_WIDTH = 144;
    private static final double GAP = 20;
    private static final double ROW_GAP = 20;
    private static final int ROWS_AHEAD = 2;

    private final PosterRows<K> rows;
    private final ListChangeListener<@Nullable Poster<K>> onChange = _ -> itemsChanged();
    private final TypeAhead typeAhead = new TypeAhead(System::nanoTime);
    private ObservableList<? extends @Nullable Poster<K>> items = FXCollections.observableArrayList();
    private Consumer<Poster<K>> onOpen = _ -> {};
    private Consumer<Poster<K>> onRequest = _ -> {};
    private Runnable onNearEnd = () -> {};
    private BiConsumer<Integer, Integer> onInSight = (_, _) -> {};
    private Shelf shelf = new Shelf(1, POSTER_WIDTH, GAP);
    private int active;
    private int askedAt = -1;
    private boolean changing;
    private boolean byKeyboard;

    /// An empty grid.
    ///
    /// @param id for tests
    public PosterGrid(String id, Texts texts, PictureStore pictures) {
        setId(id);
        this.rows = new PosterRows<>(texts, pictures, new Content());
        getStyleClass().addAll("poster-grid", ScreenPane.TAKES_KEYS);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(texts.get("ui.posters"));
        setFocusTraversable(true);
        getChildren().add(rows);
        // What is in sight is known only once the rows have been laid out.
        rows.positionProperty().subscribe(this::requestLayout);
        focusVisibleProperty().subscribe(rows::repaint);
        focusedProperty().subscribe(this::focusChanged);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    /// Shows this list from now on, as it changes; null is a title that is on its way.
    public void setItems(ObservableList<? extends @Nullable Poster<K>> list) {
        items.removeListener(onChange);
        items = list;
        items.addListener(onChange);
        itemsChanged();
    }

    /// What is shown.
    public ObservableList<? extends @Nullable Poster<K>> items() {
        return items;
    }

    public void setOnOpen(Consumer<Poster<K>> action) {
        onOpen = action;
    }

    public void setOnRequest(Consumer<Poster<K>> action) {
        onRequest = action;
    }

    /// Called once for each length of the list when its end comes into sight.
    public void setOnNearEnd(Runnable action) {
        onNearEnd = action;
    }

    /// Called with the first and the last position that came into sight, or will soon.
    public void setOnInSight(BiConsumer<Integer, Integer> action) {
        onInSight = action;
    }

    /// Comes here by keyboard: where one stands is shown at once.
    public void enter() {
        requestFocus();
        byKeyboard = true;
        rows.repaint();
    }

    private void focusChanged(boolean focused) {
        if (!focused) {
            byKeyboard = false;
            rows.repaint();
        }
    }

    public void scrollToTop() {
        active = 0;
        askedAt = -1;
        rows.scrollToTop(0);
        rows.repaint();
    }

    @Override
    protected void layoutChildren() {
        measure();
        rows.resizeRelocate(0, 0, getWidth(), getHeight());
        rows.layout();
        tellWhatIsInSight();
    }

    private void measure() {
        double room = Math.max(POSTER_WIDTH, getWidth() - MARGIN * 2);
        int fitting = Math.max(1, (int) ((room + GAP) / (POSTER_WIDTH + GAP)));
        double widest = (room - (fitting - 1) * GAP) / fitting;
        // As wide as pictures are decoded: what is drawn smaller than it is loses its edges.
        double width = Math.max(POSTER_WIDTH, widest - widest % PictureStore.STEP);
        double gap = fitting == 1 ? GAP : (room - fitting * width) / (fitting - 1);
        var now = new Shelf(fitting, width, gap);
        if (now.equals(shelf)) {
            return;
        }
        shelf = now;
        rows.setFixedCellSize(PosterCard.heightOf(width) + PosterCard.WORDS_HEIGHT + ROW_GAP);
        rows.setCellCount(count());
        rows.repaint();
    }

    private int count() {
        return Math.ceilDiv(items.size(), shelf.columns());
    }

    private void itemsChanged() {
        active = Math.clamp(active, 0, Math.max(0, items.size() - 1));
        if (items.size() < askedAt) {
            askedAt = -1;
        }
        changing = true;
        rows.setCellCount(count());
        rows.repaint();
        changing = false;
        requestLayout();
    }

    private void tellWhatIsInSight() {
        if (changing || items.isEmpty() || !rows.showsAny()) {
            return;
        }
        int last = rows.last() + ROWS_AHEAD;
        onInSight.accept(
                Math.max(0, rows.first() - ROWS_AHEAD) * shelf.columns(),
                Math.min(items.size(), (last + 1) * shelf.columns()) - 1);
        if (last >= count() - 1 && askedAt != items.size()) {
            askedAt = items.size();
            onNearEnd.run();
        }
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case LEFT -> move(-1, key);
            case RIGHT -> move(1, key);
            case UP -> move(-shelf.columns(), key);
            case DOWN -> move(shelf.columns(), key);
            case PAGE_UP -> move(-shelf.columns() * visibleRows(), key);
            case PAGE_DOWN -> move(shelf.columns() * visibleRows(), key);
            case HOME -> move(-active, key);
            case END -> move(items.size() - 1 - active, key);
            case ENTER -> act(key.isShiftDown() ? this::requestIfPossible : onOpen, key);
            default -> {
                // Everything else is for the window.
            }
        }
    }

    private void typed(KeyEvent key) {
        int found = key.isShortcutDown() || key.isAltDown()
                ? -1
                : typeAhead.typed(key.getCharacter(), active, items.size(), this::titleAt);
        if (found >= 0) {
            goTo(found);
            key.consume();
        }
    }

    private @Nullable String titleAt(int position) {
        Poster<K> poster = items.get(position);
        return poster == null ? null : poster.title();
    }

    private int visibleRows() {
        return Math.max(1, (int) (getHeight() / rows.getFixedCellSize()));
    }

    private void move(int step, KeyEvent key) {
        int next = active + step;
        boolean withinSight = next >= 0 && next < items.size();
        boolean farStep = Math.abs(step) > shelf.columns();
        if (withinSight || farStep) {
            goTo(Math.clamp(next, 0, Math.max(0, items.size() - 1)));
            key.consume();
        }
    }

    private void goTo(int position) {
        byKeyboard = true;
        active = position;
        rows.scrollTo(active / shelf.columns());
        rows.repaint();
    }

    private void act(Consumer<Poster<K>> action, KeyEvent key) {
        Poster<K> poster = active < items.size() ? items.get(active) : null;
        if (poster != null && !key.isShortcutDown()) {
            action.accept(poster);
            key.consume();
        }
    }

    private void requestIfPossible(Poster<K> poster) {
        if (poster.requestable()) {
            onRequest.accept(poster);
        }
    }

    /// What the rows ask of the grid.
    private final class Content implements PosterRows.Content<K> {
        @Override
        public Shelf shelf() {
            return shelf;
        }

        @Override
        public int size() {
            return items.size();
        }

        @Override
        public @Nullable Poster<K> at(int position) {
            return items.get(position);
        }

        @Override
        public boolean isMarked(int position) {
            return position == active && isFocused() && (byKeyboard || isFocusVisible());
        }

        @Override
        public void marked(PosterCard<K> card) {
            setAccessibleText(card.getAccessibleText());
        }

        @Override
        public void open(Poster<K> poster) {
            onOpen.accept(poster);
        }

        @Override
        public void request(Poster<K> poster) {
            onRequest.accept(poster);
        }
    }
}
