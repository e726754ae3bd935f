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
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
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

    private final Texts texts;
    private final Navigator navigator;
    private final Screens screens;
    private final ShellViewModel model;
    private final BooleanProperty narrow = new SimpleBooleanProperty(false);
    private final HBox person = new HBox();
    private Subscription following = Subscription.EMPTY;

    Rail(Texts texts, Navigator navigator, Screens screens, ShellViewModel model) {
        this.texts = texts;
        this.navigator = navigator;
        this.screens = screens;
        this.model = model;
        getStyleClass().add("rail");
        var name = new Label("MediaNest");
        name.getStyleClass().add("rail-name");
        var head = new HBox(new Logo(26), word(name));
        head.getStyleClass().add("rail-head");
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().add(head);
        add("home", MaterialDesignH.HOME_VARIANT, new Route.Home());
        add("search", MaterialDesignM.MAGNIFY, new Route.Search());
        add("requests", MaterialDesignP.PLAYLIST_CHECK, new Route.Requests(null));
        add("downloads", MaterialDesignD.DOWNLOAD, new Route.Downloads(null));
        add("status", MaterialDesignP.PULSE, new Route.Status());
        getChildren().add(space);
        add("settings", MaterialDesignC.COG, new Route.Settings());
        person.getStyleClass().add("rail-person");
        getChildren().add(person);
        following = following.and(model.userProperty().subscribe(this::show));
    }

    private void add(String name, Ikon icon, Route route) {
        if (!screens.has(route.getClass())) {
            return;
        }
        String text = texts.get("shell.rail." + name);
        var label = new Label(text);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var content = new HBox(new FontIcon(icon), word(label), word(space));
        content.getStyleClass().add("rail-content");
        if (route instanceof Route.Requests) {
            content.getChildren().add(waitingBadge());
        }
        var item = new Button();
        item.setId("rail-" + name);
        item.setGraphic(content);
        item.setMaxWidth(Double.MAX_VALUE);
        item.setAccessibleText(text);
        item.setTooltip(new Tooltip(text));
        item.getStyleClass().setAll("rail-item");
        item.setOnAction(_ -> navigator.go(route));
        following = following.and(navigator
                .currentProperty()
                .subscribe(now -> item.pseudoClassStateChanged(CURRENT, now.getClass() == route.getClass())));
        getChildren().add(item);
    }

    private Node waitingBadge() {
        var badge = new Label();
        badge.getStyleClass().add("rail-badge");
        badge.textProperty().bind(model.waitingProperty().map(Number::toString));
        badge.visibleProperty().bind(narrow.not().and(Bindings.greaterThan(model.waitingProperty(), 0)));
        badge.managedProperty().bind(badge.visibleProperty());
        return badge;
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
