package io.medianest.desktop.search;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.EmptyPane;
import io.medianest.desktop.ui.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// What stands where a catalogue's titles would: why there are none, and what can be done. Belongs to the FX thread.
public final class NoTitlesView extends StackPane {
    /// @param nothing is shown as long as there is a catalogue, but no titles
    /// @param lacking whether there is no catalogue
    /// @param use what one would be good for, as a sentence
    public NoTitlesView(Texts texts, CatalogueWay way, Node nothing, ObservableValue<Boolean> lacking, String use) {
        super();
        var mine = new EmptyPane(
                MaterialDesignM.MOVIE_SEARCH_OUTLINE,
                texts.get("search.unset"),
                use,
                Buttons.primary("set-up-services", texts.get("search.unset.settings"), way.go()));
        var others = new EmptyPane(
                MaterialDesignM.MOVIE_SEARCH_OUTLINE, texts.get("search.unset"), texts.get("search.unset.others"));
        nothing.visibleProperty().bind(lacking.map(lacks -> !lacks));
        mine.visibleProperty().bind(lacking.flatMap(lacks -> way.mine().map(is -> lacks && is)));
        others.visibleProperty().bind(lacking.flatMap(lacks -> way.mine().map(is -> lacks && !is)));
        getChildren().addAll(nothing, mine, others);
    }
}
