package io.medianest.desktop.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// Dark, light, or as the system has it. Belongs to the FX thread.
public final class Theme {
    private static final List<String> FACES = List.of("Regular", "Medium", "SemiBold", "Bold");
    private static final double ANY_SIZE = 14;

    /// As `-mn-bg` in the style sheets.
    private static final Color DARK_GROUND = Color.web("#0d1117");

    private static final Color LIGHT_GROUND = Color.web("#f5f7fa");

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final Set<Scene> dressed = Collections.newSetFromMap(new WeakHashMap<>());
    private final InvalidationListener change = _ -> List.copyOf(dressed).forEach(this::apply);
    private final ListChangeListener<Window> ground = this::ground;
    private boolean watches;

    /// What a person may choose.
    public enum Choice {
        SYSTEM,
        DARK,
        LIGHT;

        /// As it is remembered.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Choice of(String word) {
            for (Choice choice : values()) {
                if (choice.word().equals(word)) {
                    return choice;
                }
            }
            return SYSTEM;
        }
    }

    /// Loads the typeface, so that a system without it looks the same as one with it, and that of the icons. JavaFX
    /// copies them out of the program's files: best away from the FX thread, before that draws anything.
    public static void loadTypeface() {
        for (String face : FACES) {
            String file = "/io/medianest/desktop/fonts/Inter-" + face + ".otf";
            Font.loadFont(Objects.requireNonNull(Theme.class.getResource(file)).toExternalForm(), ANY_SIZE);
        }
        new FontIcon(MaterialDesignH.HOME_OUTLINE);
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    public boolean isDark() {
        return switch (choice.get()) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /// Dresses the scene, and again whenever the choice or the system changes, for as long as somebody else keeps it.
    public void dress(Scene scene) {
        if (!watches) {
            watches = true;
            choice.addListener(change);
            // The system's choice and its windows live as long as the program, this theme perhaps not.
            Platform.getPreferences().colorSchemeProperty().addListener(new WeakInvalidationListener(change));
            groundPopups();
        }
        dressed.add(scene);
        apply(scene);
    }

    /// Where windows cannot be seen through, on a remote desktop for example, cards and menus would lie on white.
    private void groundPopups() {
        if (Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            return;
        }
        Window.getWindows().addListener(new WeakListChangeListener<>(ground));
    }

    private void ground(ListChangeListener.Change<? extends Window> windows) {
        while (windows.next()) {
            windows.getAddedSubList().stream()
                    .filter(PopupWindow.class::isInstance)
                    .forEach(popup -> popup.getScene().setFill(isDark() ? DARK_GROUND : LIGHT_GROUND));
        }
    }

    private void apply(Scene scene) {
        boolean dark = isDark();
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet(dark ? "dark" : "light"), sheet("medianest"));
    }

    private static String sheet(String name) {
        String file = "/io/medianest/desktop/css/" + name + ".css";
        return Optional.ofNullable(Theme.class.getResource(file)).orElseThrow().toExternalForm();
    }
}
