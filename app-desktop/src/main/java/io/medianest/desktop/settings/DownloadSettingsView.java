package io.medianest.desktop.settings;

import io.medianest.desktop.ui.EmptyPane;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.View;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/// Where downloads go, how they are made, and what with.
public final class DownloadSettingsView implements View {
    private static final int SKELETONS = 3;
    private static final double SKELETON_HEIGHT = 170;

    private static final Card WHERE = new Card("where", List.of("youtube.directory", "youtube.layout"));
    private static final List<Card> ALL = List.of(
            WHERE,
            new Card("amount", List.of("youtube.concurrency", "youtube.rate-limit", "youtube.min-free-space")),
            new Card(
                    "extras",
                    List.of("youtube.subtitles", "youtube.sponsorblock", "youtube.nfo", "youtube.collections")),
            new Card("access", List.of("youtube.cookies", "youtube.extra-hosts")));

    private final SettingsModel settings;
    private final ProgramsViewModel programs;
    private final Texts texts;
    private final List<SettingCardView> cards;
    private final ProgramsView programsView;

    /// Settings that stand together.
    private record Card(String name, List<String> keys) {}

    public DownloadSettingsView(SettingsModel settings, ProgramsViewModel programs, Texts texts) {
        this(settings, programs, texts, ALL);
    }

    private DownloadSettingsView(SettingsModel settings, ProgramsViewModel programs, Texts texts, List<Card> cards) {
        this.settings = settings;
        this.programs = programs;
        this.texts = texts;
        this.programsView = new ProgramsView(texts, programs);
        this.cards = cards.stream()
                .map(card -> new SettingCardView(texts, "settings.downloads." + card.name(), settings, card.keys()))
                .toList();
    }

    /// Only what matters at the beginning.
    public static View firstSteps(SettingsModel settings, ProgramsViewModel programs, Texts texts) {
        return new DownloadSettingsView(settings, programs, texts, List.of(WHERE));
    }

    @Override
    public Parent create() {
        var page = new VBox();
        page.getStyleClass().add("settings-section");
        page.getChildren().addAll(cards);
        page.getChildren().add(programsView);
        return new ScreenPane<>(
                texts,
                settings.screenProperty(),
                new ScreenPane.Parts<>(
                        Skeleton.rows(texts, SKELETONS, SKELETON_HEIGHT),
                        new EmptyPane(MaterialDesignD.DOWNLOAD, texts.get("settings.section.downloads"), ""),
                        page,
                        _ -> {},
                        settings::read));
    }

    @Override
    public void shown() {
        programs.read();
    }

    @Override
    public void closed() {
        cards.forEach(SettingCardView::close);
        programsView.close();
    }
}
