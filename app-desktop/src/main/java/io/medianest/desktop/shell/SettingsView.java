package io.medianest.desktop.shell;

import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Logo;
import io.medianest.desktop.ui.PageScroll;
import io.medianest.desktop.ui.SegmentedFilter;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import io.medianest.desktop.ui.View;
import io.medianest.model.status.Health;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Look, language, and what this program is. Each choice counts at once.
public final class SettingsView implements View {
    private static final double LOGO = 44;
    private static final List<String> LANGUAGES = List.of(LocalSettings.SYSTEM_LANGUAGE, "en", "de");

    private final LocalSettings settings;
    private final ShellViewModel model;
    private final Texts texts;

    public SettingsView(LocalSettings settings, ShellViewModel model, Texts texts) {
        this.settings = settings;
        this.model = model;
        this.texts = texts;
    }

    @Override
    public Parent create() {
        var title = new HBox(Labels.title(texts.get("settings.title")));
        title.getStyleClass().add("page-head");
        var cards = new VBox(
                card(
                        "settings.appearance",
                        setting("settings.theme", theme()),
                        setting("settings.language", language())),
                card("settings.about", about()));
        cards.getStyleClass().add("settings-cards");
        var page = new VBox(title, cards);
        page.getStyleClass().add("page");
        return new PageScroll("settings", page);
    }

    private Node card(String key, Node... rows) {
        var card = new VBox(Labels.section(texts.get(key)));
        card.getChildren().addAll(rows);
        card.getStyleClass().addAll("card", "settings-card");
        return card;
    }

    private Node setting(String key, Node choice) {
        var words = new VBox(Labels.strong(texts.get(key)), Labels.secondary(texts.get(key + ".help")));
        words.getStyleClass().add("setting-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(words, choice);
        row.getStyleClass().add("setting");
        return row;
    }

    private Node theme() {
        var filter = new SegmentedFilter<>(
                "settings-theme",
                settings.themeProperty().get(),
                List.of(Theme.Choice.values()),
                choice -> texts.get("settings.theme." + choice.word()));
        settings.themeProperty().bindBidirectional(filter.valueProperty());
        return filter;
    }

    private Node language() {
        var filter = new SegmentedFilter<>(
                "settings-language", settings.languageProperty().get(), LANGUAGES, this::languageName);
        settings.languageProperty().bindBidirectional(filter.valueProperty());
        return filter;
    }

    private String languageName(String tag) {
        if (tag.equals(LocalSettings.SYSTEM_LANGUAGE)) {
            return texts.get("settings.language.system");
        }
        Locale language = Locale.forLanguageTag(tag);
        return language.getDisplayLanguage(language);
    }

    private Node about() {
        Label version = Labels.secondary("");
        model.serverProperty().subscribe(health -> version.setText(version(health)));
        var words = new VBox(Labels.strong("MediaNest"), version);
        words.getStyleClass().add("setting-words");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(new Logo(LOGO), words, space);
        head.getStyleClass().add("setting");
        Label licences = Labels.secondary(texts.get("settings.about.licences"));
        licences.setWrapText(true);
        var box = new VBox(head, licences);
        box.getStyleClass().add("settings-about");
        return box;
    }

    private String version(@Nullable Health health) {
        return health == null ? "" : texts.get("settings.about.version", health.version());
    }
}
