package io.medianest.desktop.update;

import io.medianest.desktop.api.Release;
import io.medianest.desktop.ui.Banner;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A quiet line above everything, only while there is a newer version.
public final class UpdateView {
    private final UpdateViewModel model;
    private final Texts texts;
    private final Consumer<String> browser;
    private final StackPane place = new StackPane();
    private final Subscription following;

    /// @param browser opens a page
    public UpdateView(UpdateViewModel model, Texts texts, Consumer<String> browser) {
        this.model = model;
        this.texts = texts;
        this.browser = browser;
        place.getStyleClass().add("update");
        following = model.newerProperty().subscribe(this::show);
    }

    /// The window's content with room for the line.
    public Parent around(Parent content) {
        VBox.setVgrow(content, Priority.ALWAYS);
        return new VBox(place, content);
    }

    /// Ends what listens.
    public void closed() {
        following.unsubscribe();
    }

    private void show(@Nullable Release release) {
        place.setVisible(release != null);
        place.setManaged(release != null);
        place.getChildren().clear();
        if (release != null) {
            place.getChildren().add(banner(release));
        }
    }

    private Banner banner(Release release) {
        return new Banner(
                "update-banner",
                Tone.ACCENT,
                texts.get("update.newer", release.version()),
                Objects.requireNonNullElse(release.notes(), ""),
                Buttons.plain("update-open", texts.get("update.open"), () -> browser.accept(release.url())),
                Buttons.quiet("update-skip", texts.get("update.skip"), model::skip),
                Buttons.icon("update-later", texts.get("update.later"), MaterialDesignC.CLOSE, model::later));
    }
}
