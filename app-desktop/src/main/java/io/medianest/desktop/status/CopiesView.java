package io.medianest.desktop.status;

import io.medianest.desktop.ui.Amounts;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.admin.AdminStats;
import io.medianest.model.admin.CacheStats;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The copies of what services have said: how many there are, how often they have stood in for a service that was down,
/// and a way to be rid of them.
final class CopiesView extends VBox {
    private final Texts texts;
    private final Amounts amounts;
    private final VBox lines = new VBox();
    private final ConfirmView clear;

    CopiesView(EngineViewModel model, Texts texts) {
        super();
        this.texts = texts;
        this.amounts = new Amounts(texts);
        this.clear = new ConfirmView(
                "copies-clear",
                new ConfirmView.Words(
                        texts.get("status.copies.clear"),
                        texts.get("status.copies.sure"),
                        texts.get("status.copies.yes"),
                        texts.get("status.copies.no")),
                model::clearCopies);
        setId("copies");
        getStyleClass().addAll("card", "engine-card");
        lines.getStyleClass().add("engine-lines");
        var what = Labels.secondary(texts.get("status.copies.what"));
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        var head = new VBox(Labels.section(texts.get("status.copies")), what);
        head.getStyleClass().add("engine-title");
        getChildren().addAll(head, lines, clear);
    }

    void show(AdminStats stats) {
        lines.getChildren()
                .setAll(Source.ALL.stream()
                        .map(source -> line(source, stats.caches()))
                        .toList());
    }

    private HBox line(Source source, List<CacheStats> caches) {
        long kept = source.sum(caches, CacheStats::entries);
        long stoodIn = source.sum(caches, CacheStats::stale);
        var name = Labels.strong(texts.get("status.copies." + source.name));
        name.setMinWidth(0);
        var used = Labels.secondary(stoodIn == 0 ? "" : texts.get("status.copies.stale", stoodIn));
        used.setWrapText(true);
        used.setMinHeight(USE_PREF_SIZE);
        used.setManaged(stoodIn > 0);
        var words = new VBox(name, used);
        words.getStyleClass().add("engine-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label count = Labels.secondary(texts.get("status.copies.kept", amounts.count(kept)));
        count.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(words, count);
        line.setId("copies-" + source.name);
        line.getStyleClass().add("engine-line");
        return line;
    }

    /// Whose words are kept, by the first part of what the server calls them.
    private record Source(String name) {
        static final List<Source> ALL = List.of(new Source("catalogue"), new Source("plex"), new Source("youtube"));

        long sum(List<CacheStats> caches, ToLongFunction<CacheStats> figure) {
            return caches.stream()
                    .filter(cache -> cache.name().toLowerCase(Locale.ROOT).startsWith(name + "."))
                    .mapToLong(figure)
                    .sum();
        }
    }
}
