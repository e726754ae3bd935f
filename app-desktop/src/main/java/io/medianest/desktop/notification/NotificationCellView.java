package io.medianest.desktop.notification;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.notification.Notification;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A line of the list: sign, what happened and how long ago, and whether it is new.
final class NotificationCellView extends ListCell<Notification> {
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

    private final Texts texts;
    private final FontIcon icon = new FontIcon();
    private final Region wash = new Region();
    private final Region dot = new Region();
    private final Label title = Labels.strong("");
    private final Label message = Labels.secondary("");
    private final Label when = Labels.secondary("");
    private final Button mark;
    private final HBox line;

    NotificationCellView(Texts texts, Consumer<Notification> onRead, Consumer<Notification> onOpen) {
        this.texts = texts;
        this.mark = Buttons.icon(
                "notification-read",
                texts.get("notification.read"),
                MaterialDesignC.CHECK,
                () -> onRead.accept(news()));
        mark.setFocusTraversable(false);
        this.line = line();
        getStyleClass().add("notification-cell");
        // As wide as the list, so that long sentences wrap.
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            if (!isEmpty()) {
                onOpen.accept(news());
            }
        });
    }

    private Notification news() {
        return Objects.requireNonNull(getItem());
    }

    private HBox line() {
        var sign = new StackPane(wash, icon);
        sign.getStyleClass().add("notification-sign");
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        var words = new VBox(title, message);
        words.getStyleClass().add("notification-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        when.setMinWidth(USE_PREF_SIZE);
        dot.getStyleClass().add("notification-dot");
        var box = new HBox(sign, words, when, mark, dot);
        box.getStyleClass().add("notification-line");
        return box;
    }

    @Override
    protected void updateItem(Notification news, boolean empty) {
        super.updateItem(news, empty);
        if (empty || news == null) {
            setGraphic(null);
            setAccessibleText(null);
            pseudoClassStateChanged(UNREAD, false);
            return;
        }
        Tone tone = NotificationWords.tone(news.type());
        icon.setIconCode(NotificationWords.icon(news.type()));
        icon.getStyleClass().setAll("ikonli-font-icon", "notification-icon", tone.style());
        wash.getStyleClass().setAll("notification-wash", tone.style());
        title.setText(news.title());
        message.setText(news.message());
        when.setText(texts.ago(news.timestamp()));
        dot.setVisible(!news.read());
        mark.setVisible(!news.read());
        pseudoClassStateChanged(UNREAD, !news.read());
        String state = texts.get(news.read() ? "notification.isRead" : "notification.isUnread");
        setAccessibleText(String.join(". ", state, news.title(), news.message(), when.getText()));
        setGraphic(line);
    }
}
