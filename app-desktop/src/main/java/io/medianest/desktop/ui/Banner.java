package io.medianest.desktop.ui;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One sentence that matters just now, on a wash of its colour.
public final class Banner extends StackPane {
    /// Says it.
    ///
    /// @param what the sentence
    /// @param more what explains it; may be empty
    /// @param actions buttons that help; may be none
    public Banner(String id, Tone tone, String what, String more, Node... actions) {
        super();
        var wash = new Region();
        wash.getStyleClass().addAll("banner-wash", tone.style());
        var light = new Region();
        light.getStyleClass().addAll("light", tone.style());
        var title = Labels.strong(what);
        title.setMinWidth(USE_PREF_SIZE);
        var explained = Labels.secondary(more);
        explained.setMinWidth(0);
        explained.setWrapText(true);
        explained.setMinHeight(USE_PREF_SIZE);
        explained.setManaged(!more.isEmpty());
        Pane sentences = actions.length == 0 ? beside(title, explained) : new VBox(title, explained);
        sentences.getStyleClass().add("banner-sentences");
        sentences.setMinWidth(0);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        var words = new HBox(light, sentences);
        words.getChildren().addAll(actions);
        words.getStyleClass().addAll("banner-words", tone.style());
        setId(id);
        getStyleClass().add("banner");
        getChildren().addAll(wash, words);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(what + ". " + more);
    }

    private static Pane beside(Label title, Label explained) {
        HBox.setHgrow(explained, Priority.ALWAYS);
        return new HBox(title, explained);
    }
}
