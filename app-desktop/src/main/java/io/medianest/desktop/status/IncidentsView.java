package io.medianest.desktop.status;

import io.medianest.desktop.ui.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;

/// All that is wrong or announced, below each other.
final class IncidentsView extends VBox {
    private final IncidentsViewModel model;
    private final Texts texts;
    private final Map<String, IncidentView> shown = new HashMap<>();

    IncidentsView(IncidentsViewModel model, Texts texts) {
        super();
        this.model = model;
        this.texts = texts;
        setId("incidents");
        getStyleClass().add("banners");
        managedProperty().bind(visibleProperty());
        model.troubles().addListener((ListChangeListener<Trouble>) _ -> show(model.troubles()));
        show(model.troubles());
    }

    private void show(List<Trouble> troubles) {
        shown.keySet()
                .removeIf(id ->
                        troubles.stream().noneMatch(trouble -> trouble.id().equals(id)));
        List<IncidentView> views = troubles.stream().map(this::view).toList();
        if (!getChildren().equals(views)) {
            getChildren().setAll(views);
        }
        setVisible(!views.isEmpty());
    }

    private IncidentView view(Trouble trouble) {
        IncidentView view = shown.computeIfAbsent(trouble.id(), _ -> new IncidentView(trouble, model, texts));
        view.show(trouble);
        return view;
    }
}
