package io.medianest.desktop.download;

import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.Texts;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The queue and what has ended. Space pauses and goes on, Enter unfolds a playlist, tries again or shows the file,
/// Delete cancels or removes, Ctrl with an arrow moves in the queue, Shift+F10 shows all that can be done.
final class DownloadListView extends ListView<DownloadLine> {
    private static final PseudoClass SCROLLED = PseudoClass.getPseudoClass("scrolled");
    private static final int ROWS_AHEAD = 6;
    private static final KeyCombination EARLIER = new KeyCodeCombination(KeyCode.UP, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination LATER = new KeyCodeCombination(KeyCode.DOWN, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FRONT = new KeyCodeCombination(KeyCode.HOME, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination MENU = new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);

    private final DownloadsViewModel model;
    private final DownloadActionsViewModel actions;
    private @Nullable DownloadLine chosen;

    DownloadListView(Texts texts, PictureStore pictures, DownloadsViewModel model, DownloadActionsViewModel actions) {
        super();
        this.model = model;
        this.actions = actions;
        setId("download-list");
        setAccessibleText(texts.get("download.list"));
        getStyleClass().addAll("download-list", ScreenPane.TAKES_KEYS);
        setCellFactory(_ -> new DownloadCellView(texts, pictures, model, actions));
        addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        skinProperty().subscribe(skin -> {
            if (skin != null && lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                flow.positionProperty().subscribe(() -> readMoreNearEnd(flow));
                watchScrollBar(flow);
            }
        });
        model.pointedAtProperty().subscribe(this::pointAt);
        getSelectionModel().selectedItemProperty().subscribe(this::selected);
        model.arrangingProperty().subscribe(this::arranged);
        focusVisibleProperty().subscribe(this::focused);
    }

    /// Who comes here by keys sees where they are.
    private void focused(boolean has) {
        if (has && getSelectionModel().isEmpty()) {
            getItems().stream()
                    .filter(DownloadRow.class::isInstance)
                    .findFirst()
                    .ifPresent(getSelectionModel()::select);
        }
    }

    /// What a person chose, and not what stands in its place while rows change theirs.
    private void selected(@Nullable DownloadLine line) {
        if (!model.arrangingProperty().get()) {
            chosen = line;
        }
    }

    /// The next key must not hit another row than the last one.
    private void arranged(boolean stillMoving) {
        if (stillMoving || chosen == null) {
            return;
        }
        if (getItems().contains(chosen)) {
            getSelectionModel().select(chosen);
        } else {
            chosen = getSelectionModel().getSelectedItem();
        }
    }

    void showLines(ObservableList<DownloadLine> lines) {
        setItems(lines);
    }

    private void pointAt(@Nullable DownloadRow row) {
        if (row != null && getItems().contains(row)) {
            getSelectionModel().select(row);
            scrollTo(row);
        }
    }

    /// The cards are as wide with a scroll bar beside them as without.
    private void watchScrollBar(VirtualFlow<?> flow) {
        for (Node part : flow.lookupAll(".scroll-bar")) {
            if (part instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                bar.visibleProperty().subscribe(shown -> pseudoClassStateChanged(SCROLLED, shown));
            }
        }
    }

    private void readMoreNearEnd(VirtualFlow<?> flow) {
        var last = flow.getLastVisibleCell();
        if (last != null && last.getIndex() >= getItems().size() - ROWS_AHEAD) {
            model.readMore();
        }
    }

    private void typed(KeyEvent key) {
        boolean elsewhere = !equals(key.getTarget());
        if (elsewhere || !(getSelectionModel().getSelectedItem() instanceof DownloadRow row) || !pressed(key, row)) {
            return;
        }
        key.consume();
    }

    private boolean pressed(KeyEvent key, DownloadRow row) {
        if (EARLIER.match(key)) {
            return choose(row, DownloadAction.UP);
        }
        if (LATER.match(key)) {
            return choose(row, DownloadAction.DOWN);
        }
        if (FRONT.match(key)) {
            return choose(row, DownloadAction.TOP);
        }
        if (MENU.match(key)) {
            return openMenu(row);
        }
        return switch (key.getCode()) {
            case SPACE -> choose(row, DownloadAction.PAUSE, DownloadAction.RESUME);
            case ENTER -> entered(row);
            case DELETE, BACK_SPACE -> choose(row, DownloadAction.CANCEL, DownloadAction.REMOVE);
            case RIGHT -> fold(row, false);
            case LEFT -> fold(row, true);
            case CONTEXT_MENU -> openMenu(row);
            default -> false;
        };
    }

    private boolean entered(DownloadRow row) {
        if (row.isPlaylist()) {
            model.toggle(row);
            return true;
        }
        return choose(row, DownloadAction.APPROVE, DownloadAction.SHOW_IN_FOLDER, DownloadAction.RETRY);
    }

    private boolean fold(DownloadRow row, boolean unfolded) {
        if (row.isPlaylist() && row.state().unfolded() == unfolded) {
            model.toggle(row);
        }
        return true;
    }

    /// The first of these that makes sense.
    private boolean choose(DownloadRow row, DownloadAction... wanted) {
        List<DownloadAction> open = actions.open(row);
        for (DownloadAction action : wanted) {
            if (open.contains(action)) {
                actions.choose(action, row);
                return true;
            }
        }
        return true;
    }

    private boolean openMenu(DownloadRow row) {
        if (lookup("#download-" + row.id()) instanceof DownloadCellView cell) {
            cell.openMenu();
        }
        return true;
    }
}
