package io.medianest.desktop.settings;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Why something was not done, in words; nothing and no room where nothing is wrong.
public final class ProblemLineView extends StackPane {
    private final Label words = SettingRowView.wrapped(Labels.toned("", Tone.BAD));
    private final Subscription following;

    public ProblemLineView(Texts texts, ObservableValue<? extends @Nullable ApiException> problem) {
        super();
        getStyleClass().add("problem-line");
        managedProperty().bind(visibleProperty());
        getChildren().add(words);
        following = problem.subscribe(why -> {
            setVisible(why != null);
            words.setText(why == null ? "" : texts.problem(why));
        });
    }

    /// Ends what listens.
    public void close() {
        following.unsubscribe();
    }
}
