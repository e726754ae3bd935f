package io.medianest.desktop.settings;

import io.medianest.desktop.shell.LocalSettings;
import io.medianest.desktop.shell.MachineSettings;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Languages;
import io.medianest.desktop.ui.SegmentedFilter;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import io.medianest.desktop.ui.View;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Look and language of this window. Each choice counts at once.
public final class AppearanceView implements View {
    private final LocalSettings settings;
    private final Texts texts;

    public AppearanceView(LocalSettings settings, Texts texts) {
        this.settings = settings;
        this.texts = texts;
    }

    @Override
    public Parent create() {
        var card = new VBox(
                Labels.section(texts.get("settings.section.appearance")),
                row("settings.theme", theme()),
                row("settings.language", language()));
        card.getStyleClass().addAll("card", "settings-card");
        var cards = new VBox(card, new MachineSettings(settings, texts));
        cards.getStyleClass().add("settings-cards-of-look");
        return cards;
    }

    private Node row(String key, Node choice) {
        var words = new VBox(
                Labels.strong(texts.get(key)), SettingRowView.wrapped(Labels.secondary(texts.get(key + ".help"))));
        words.getStyleClass().add("setting-words");
        words.setMinWidth(0);
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
                "settings-language", settings.languageProperty().get(), languages(), this::languageName);
        settings.languageProperty().bindBidirectional(filter.valueProperty());
        return filter;
    }

    private List<String> languages() {
        return Stream.concat(Stream.of(LocalSettings.SYSTEM_LANGUAGE), texts.languages().stream())
                .toList();
    }

    private String languageName(String tag) {
        if (tag.equals(LocalSettings.SYSTEM_LANGUAGE)) {
            return texts.get("settings.language.system");
        }
        return Languages.name(tag);
    }
}
