package io.medianest.desktop.search;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.EmptyPane;
import io.medianest.desktop.ui.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// How a catalogue comes to be where there is none.
///
/// @param mine whether it is up to who is signed in
/// @param go leads to where that is done
public record CatalogueWay(ObservableValue<Boolean> mine, Runnable go) {
    /// What stands where a catalogue's titles would. On the FX thread.
    ///
    /// @param nothing what stands there as long as there is a catalogue, but no titles
    /// @param lacking whether there is none
    /// @param use what it would be good for, as a sentence
    public Node pane(Texts texts, Node nothing, ObservableValue<Boolean> lacking, String use) {
        var up = new EmptyPane(
                MaterialDesignM.MOVIE_SEARCH_OUTLINE,
                texts.get("search.unset"),
                use,
                Buttons.primary("set-up-services", texts.get("search.unset.settings"), go));
        var others = new EmptyPane(
                MaterialDesignM.MOVIE_SEARCH_OUTLINE, texts.get("search.unset"), texts.get("search.unset.others"));
        nothing.visibleProperty().bind(lacking.map(lacks -> !lacks));
        up.visibleProperty().bind(lacking.flatMap(lacks -> mine.map(allowed -> lacks && allowed)));
        others.visibleProperty().bind(lacking.flatMap(lacks -> mine.map(allowed -> lacks && !allowed)));
        return new StackPane(nothing, up, others);
    }
}
