package io.medianest.desktop.download;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// What can be done about a download: the most likely as buttons, everything in a menu.
final class DownloadButtonsView extends HBox {
    private static final Set<DownloadAction> IN_MENU_ONLY = Set.of(
            DownloadAction.UP,
            DownloadAction.DOWN,
            DownloadAction.COPY_LINK,
            DownloadAction.REMOVE,
            DownloadAction.REMOVE_WITH_FILE);
    private static final Set<DownloadAction> TAKING_AWAY = Set.of(DownloadAction.CANCEL, DownloadAction.REMOVE);

    private final Texts texts;
    private final DownloadActionsViewModel actions;
    private @Nullable DownloadRow shownFor;
    private List<DownloadAction> offered = List.of();

    DownloadButtonsView(Texts texts, DownloadActionsViewModel actions) {
        super();
        this.texts = texts;
        this.actions = actions;
        getStyleClass().add("download-buttons");
        setMinWidth(USE_PREF_SIZE);
    }

    /// Offers what makes sense now. Buttons that stay are left alone, so that pointer and focus stay on them.
    void show(DownloadRow row) {
        List<DownloadAction> open = actions.open(row);
        if (row.equals(shownFor) && open.equals(offered)) {
            return;
        }
        shownFor = row;
        offered = open;
        getChildren().clear();
        open.stream()
                .filter(action -> isButton(action, open))
                .forEach(action -> getChildren().add(button(action, row)));
        if (!open.isEmpty()) {
            getChildren().add(more(row));
        }
    }

    /// Who can say no need not cancel.
    private static boolean isButton(DownloadAction action, List<DownloadAction> open) {
        boolean decided = action == DownloadAction.CANCEL && open.contains(DownloadAction.DENY);
        return !IN_MENU_ONLY.contains(action) && !decided;
    }

    private Button button(DownloadAction action, DownloadRow row) {
        String id = "download-" + action.name().toLowerCase(Locale.ROOT) + "-" + row.id();
        String text = texts.get("download.action." + action.name());
        Runnable press = () -> actions.choose(action, row);
        Button button = switch (action) {
            case APPROVE -> Buttons.primary(id, text, press);
            case DENY -> Buttons.danger(id, text, press);
            case RETRY -> roomy(id, text, MaterialDesignR.REFRESH, row, press);
            case SHOW_IN_FOLDER -> roomy(id, text, MaterialDesignF.FOLDER_OPEN_OUTLINE, row, press);
            case PAUSE -> Buttons.icon(id, text, MaterialDesignP.PAUSE, press);
            case RESUME -> Buttons.icon(id, text, MaterialDesignP.PLAY, press);
            case TOP -> Buttons.icon(id, text, MaterialDesignA.ARROW_UP, press);
            case CANCEL -> Buttons.icon(id, text, MaterialDesignC.CLOSE, press);
            case UP, DOWN, COPY_LINK, REMOVE, REMOVE_WITH_FILE -> Buttons.quiet(id, text, press);
        };
        button.setFocusTraversable(false);
        return button;
    }

    /// A word where there is room for it; a part of a playlist has none.
    private static Button roomy(String id, String text, Ikon icon, DownloadRow row, Runnable press) {
        return row.isPart() ? Buttons.icon(id, text, icon, press) : Buttons.plain(id, text, press);
    }

    private Button more(DownloadRow row) {
        String title = new DownloadWords(texts).title(row.download());
        Button more = Buttons.icon(
                "download-more-" + row.id(),
                texts.get("download.actions", title),
                MaterialDesignD.DOTS_VERTICAL,
                () -> openMenu(row));
        more.setFocusTraversable(false);
        return more;
    }

    /// Everything that can be done, below the buttons.
    void openMenu(DownloadRow row) {
        menu(row).show(this, Side.BOTTOM, 0, 4);
    }

    /// Everything that can be done, where the pointer is.
    void openMenu(DownloadRow row, Node owner, double screenX, double screenY) {
        menu(row).show(owner, screenX, screenY);
    }

    private ContextMenu menu(DownloadRow row) {
        var menu = new ContextMenu();
        menu.getStyleClass().add("download-menu");
        boolean apart = false;
        for (DownloadAction action : actions.open(row)) {
            if (!apart && TAKING_AWAY.contains(action) && !menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
                apart = true;
            }
            var item = new MenuItem(texts.get("download.action." + action.name()));
            item.setId("download-menu-" + action.name().toLowerCase(Locale.ROOT));
            item.setOnAction(_ -> actions.choose(action, row));
            menu.getItems().add(item);
        }
        return menu;
    }
}
