package io.medianest.desktop.download;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Why a wish was not taken, and what can be done about it.
final class RefusalView extends HBox {
    private final Texts texts;
    private final NewDownloadViewModel model;
    private final Consumer<String> onShow;

    /// @param onShow gets the id of the download that stands in the way
    RefusalView(Texts texts, NewDownloadViewModel model, Consumer<String> onShow) {
        super();
        this.texts = texts;
        this.model = model;
        this.onShow = onShow;
        setId("download-refusal");
        getStyleClass().add("found-refusal");
        managedProperty().bind(visibleProperty());
        model.refusalProperty().subscribe(this::show);
    }

    private void show(@Nullable ApiException problem) {
        setVisible(problem != null);
        getChildren().clear();
        if (problem == null) {
            return;
        }
        String obstacle = model.obstacle();
        var sentence =
                Labels.toned(new DownloadWords(texts).problem(problem), obstacle == null ? Tone.BAD : Tone.WAITING);
        sentence.setWrapText(true);
        getChildren().add(sentence);
        if (obstacle != null) {
            getChildren()
                    .add(Buttons.plain(
                            "download-show-it", texts.get("download.showIt"), () -> onShow.accept(obstacle)));
        }
        if (model.canBeAddedAgain()) {
            getChildren().add(Buttons.quiet("download-again", texts.get("download.addAgain"), model::addAgain));
        }
    }
}
