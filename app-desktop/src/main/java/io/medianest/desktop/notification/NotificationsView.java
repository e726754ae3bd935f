package io.medianest.desktop.notification;

import io.medianest.desktop.api.NotificationApi.Which;
import io.medianest.desktop.shell.Navigator;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.EmptyPane;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.SegmentedFilter;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.Styles;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.View;
import io.medianest.model.notification.Notification;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/// What the person at the window was told. In the list Enter goes to what it is about, Space marks as read.
public final class NotificationsView implements View {
    private static final double ROW_HEIGHT = 68;
    private static final Duration AGE = Duration.seconds(30);

    private final NotificationsViewModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final ListView<Notification> list = new ListView<>();
    private final Timeline ages = new Timeline(new KeyFrame(AGE, _ -> list.refresh()));

    public NotificationsView(NotificationsViewModel model, Texts texts, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        ages.setCycleCount(Animation.INDEFINITE);
    }

    @Override
    public Parent create() {
        list.setId("notification-list");
        list.setAccessibleText(texts.get("notification.title"));
        list.getStyleClass().addAll("notification-list", ScreenPane.TAKES_KEYS);
        list.setCellFactory(_ -> new NotificationCellView(texts, model::read, this::open));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        VBox.setVgrow(list, Priority.ALWAYS);
        var card = new VBox(list);
        card.getStyleClass().addAll("card", "notification-card");
        var content = new StackPane(card);
        content.getStyleClass().add("notification-content");
        var body = new ScreenPane<>(
                texts,
                model.screenProperty(),
                new ScreenPane.Parts<>(
                        Skeleton.rows(texts, 6, ROW_HEIGHT), empty(), content, this::show, model::refresh));
        VBox.setVgrow(body, Priority.ALWAYS);
        var page = new VBox(head(), body);
        page.getStyleClass().add("page");
        Styles.of("notification", page);
        model.start();
        return page;
    }

    private Node empty() {
        var nothing = new EmptyPane(
                MaterialDesignB.BELL_OUTLINE, texts.get("notification.empty"), texts.get("notification.empty.next"));
        var allRead = new EmptyPane(
                MaterialDesignB.BELL_CHECK_OUTLINE,
                texts.get("notification.allRead"),
                texts.get("notification.allRead.next"),
                Buttons.plain("notification-all", texts.get("notification.which.ALL"), () -> model.show(Which.ALL)));
        nothing.visibleProperty().bind(model.whichProperty().isEqualTo(Which.ALL));
        allRead.visibleProperty().bind(model.whichProperty().isEqualTo(Which.UNREAD));
        return new StackPane(nothing, allRead);
    }

    private Node head() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var which = new SegmentedFilter<>(
                "notification-which",
                model.whichProperty().get(),
                List.of(Which.values()),
                value -> texts.get("notification.which." + value));
        which.valueProperty().subscribe(model::show);
        model.whichProperty().subscribe(which.valueProperty()::set);
        var all = Buttons.plain("notification-read-all", texts.get("notification.readAll"), model::readAll);
        all.disableProperty().bind(model.unreadProperty().lessThan(1));
        var head = new HBox(Labels.title(texts.get("notification.title")), space, which, all);
        head.getStyleClass().add("page-head");
        return head;
    }

    private void show(List<Notification> news) {
        Notification selected = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(news);
        if (selected != null) {
            news.stream()
                    .filter(one -> one.id().equals(selected.id()))
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }
    }

    private void typed(KeyEvent key) {
        Notification news = list.getSelectionModel().getSelectedItem();
        if (news == null) {
            return;
        }
        if (key.getCode() == KeyCode.ENTER) {
            open(news);
            key.consume();
        } else if (key.getCode() == KeyCode.SPACE) {
            model.read(news);
            key.consume();
        }
    }

    private void open(Notification news) {
        model.read(news);
        NewsTarget.of(news).ifPresent((Route route) -> navigator.go(route));
    }

    @Override
    public void shown() {
        model.refresh();
        ages.play();
    }

    @Override
    public void hidden() {
        ages.stop();
    }

    @Override
    public void closed() {
        ages.stop();
        model.close();
    }
}
