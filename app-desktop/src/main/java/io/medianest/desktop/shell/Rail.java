package io.medianest.desktop.shell;

import io.medianest.desktop.ui.Avatar;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Logo;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableNumberValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The places of the window at its left edge, and who is signed in at its foot.
final class Rail extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double AVATAR = 34;
    private static final int MOST = 99;
    private static final ObservableNumberValue NOTHING = new SimpleIntegerProperty();

    private final Texts texts;
    private final Navigator navigator;
    private final Screens screens;
    private final BooleanProperty narrow = new SimpleBooleanProperty(false);
    private final HBox person = new HBox();
    private Subscription following = Subscription.EMPTY;

    Rail(Texts texts, Navigator navigator, Screens screens, ShellViewModel model) {
        this.texts = texts;
        this.navigator = navigator;
        this.screens = screens;
        getStyleClass().add("rail");
        var name = new Label("MediaNest");
        name.getStyleClass().add("rail-name");
        var head = new HBox(new Logo(26), word(name));
        head.getStyleClass().add("rail-head");
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().add(head);
        add("home", MaterialDesignH.HOME_VARIANT, new Route.Home(), NOTHING);
        add("search", MaterialDesignM.MAGNIFY, new Route.Search(), NOTHING);
        add("requests", MaterialDesignP.PLAYLIST_CHECK, new Route.Requests(null), model.waitingProperty());
        add("downloads", MaterialDesignD.DOWNLOAD, new Route.Downloads(null), NOTHING);
        add("library", MaterialDesignB.BOOKSHELF, new Route.Library(null), NOTHING);
        add("status", MaterialDesignP.PULSE, new Route.Status(), NOTHING);
        getChildren().add(space);
        add("notifications", MaterialDesignB.BELL, new Route.Notifications(), model.unreadProperty(), "accented");
        add("settings", MaterialDesignC.COG, new Route.Settings(), NOTHING);
        person.getStyleClass().add("rail-person");
        getChildren().add(person);
        following = following.and(model.userProperty().subscribe(this::show));
    }

    /// A title belongs to where one finds titles.
    private static boolean belongs(Route now, Route place) {
        return now.getClass() == place.getClass() || (now instanceof Route.Details && place instanceof Route.Search);
    }

    private void add(String name, Ikon icon, Route route, ObservableNumberValue count, String... badge) {
        if (!screens.has(route.getClass())) {
            return;
        }
        String text = texts.get("shell.rail." + name);
        var label = new Label(text);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        var content = new HBox(marked(icon, count, badge), word(label), badge(count, badge));
        content.getStyleClass().add("rail-content");
        var item = new Button();
        item.setId("rail-" + name);
        item.setGraphic(content);
        item.setMaxWidth(Double.MAX_VALUE);
        ObservableValue<String> spoken = count.map(
                many -> many.longValue() == 0 ? text : texts.get("shell.rail." + name + ".count", many.longValue()));
        item.accessibleTextProperty().bind(spoken);
        var tip = new Tooltip();
        tip.textProperty().bind(spoken);
        item.setTooltip(tip);
        item.getStyleClass().setAll("rail-item");
        item.setOnAction(_ -> navigator.go(route));
        following = following.and(navigator
                .currentProperty()
                .subscribe(now -> item.pseudoClassStateChanged(CURRENT, belongs(now, route))));
        getChildren().add(item);
    }

    private Node badge(ObservableNumberValue count, String... styles) {
        var badge = new Label();
        badge.getStyleClass().add("rail-badge");
        badge.getStyleClass().addAll(styles);
        badge.setMinWidth(USE_PREF_SIZE);
        badge.textProperty().bind(count.map(many -> many.longValue() > MOST ? MOST + "+" : many.toString()));
        badge.visibleProperty().bind(narrow.not().and(Bindings.greaterThan(count, 0)));
        badge.managedProperty().bind(badge.visibleProperty());
        return badge;
    }

    /// Where there is no room for a number, a dot says that there is one.
    private Node marked(Ikon icon, ObservableNumberValue count, String... styles) {
        var dot = new Region();
        dot.getStyleClass().add("rail-dot");
        dot.getStyleClass().addAll(styles);
        dot.visibleProperty().bind(narrow.and(Bindings.greaterThan(count, 0)));
        StackPane.setAlignment(dot, Pos.TOP_RIGHT);
        var both = new StackPane(new FontIcon(icon), dot);
        both.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return both;
    }

    private Node word(Node node) {
        node.visibleProperty().bind(narrow.not());
        node.managedProperty().bind(narrow.not());
        return node;
    }

    private void show(@Nullable User user) {
        person.setVisible(user != null);
        if (user == null) {
            return;
        }
        String role = texts.get(user.role() == Role.ADMIN ? "shell.role.owner" : "shell.role.user");
        var lines = new VBox(Labels.strong(user.username()), Labels.secondary(role));
        lines.getStyleClass().add("rail-person-words");
        person.getChildren().setAll(new Avatar(user.username(), AVATAR), word(lines));
        person.setAccessibleText(user.username() + ", " + role);
    }

    /// Ends what listens.
    void close() {
        following.unsubscribe();
    }

    /// Icons alone, where there is little room.
    void collapse(boolean little) {
        narrow.set(little);
        pseudoClassStateChanged(NARROW, little);
    }
}
