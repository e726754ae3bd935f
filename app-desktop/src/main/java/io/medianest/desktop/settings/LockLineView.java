package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.settings.SettingSource;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// What fixes a setting, so that it cannot be changed here; nothing and no room where nothing does.
public final class LockLineView extends StackPane {
    private final Subscription following;

    public LockLineView(Texts texts, ObservableValue<? extends @Nullable SettingSource> fixedBy) {
        super();
        var words = Labels.toned("", Tone.NEUTRAL);
        words.setGraphic(new FontIcon(MaterialDesignL.LOCK));
        getStyleClass().add("lock-line");
        managedProperty().bind(visibleProperty());
        getChildren().add(words);
        following = fixedBy.subscribe(source -> {
            setVisible(source != null);
            words.setText(source == null ? "" : new SettingWords(texts).fixed(source));
        });
    }

    /// Ends what listens.
    public void close() {
        following.unsubscribe();
    }
}
