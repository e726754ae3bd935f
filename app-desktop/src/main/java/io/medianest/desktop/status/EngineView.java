package io.medianest.desktop.status;

import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.Texts;
import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The inside of the server, for those who keep it.
final class EngineView extends VBox {
    private static final double NARROWEST = 420;
    private static final double SKELETON = 180;

    private final BreakersView breakers;
    private final LettersView letters;
    private final CopiesView copies;
    private final FiguresView figures;

    EngineView(EngineViewModel model, Texts texts) {
        super();
        this.breakers = new BreakersView(model, texts);
        this.letters = new LettersView(model, texts);
        this.copies = new CopiesView(model, texts);
        this.figures = new FiguresView(texts);
        var cards = new CardGridView(NARROWEST);
        var work = new VBox(letters, copies);
        work.getStyleClass().add("engine-parts");
        VBox.setVgrow(letters, Priority.ALWAYS);
        cards.show(List.of(work, breakers));
        var content = new VBox(figures, cards);
        content.getStyleClass().add("engine-parts");
        var pane = new ScreenPane<>(
                texts,
                model.screenProperty(),
                new ScreenPane.Parts<>(
                        Skeleton.rows(texts, 2, SKELETON), new Region(), content, this::show, model::refresh));
        setId("engine");
        getStyleClass().add("engine");
        getChildren().addAll(Labels.section(texts.get("status.engine")), pane);
    }

    private void show(Engine engine) {
        breakers.show(engine.breakers());
        letters.show(engine.letters());
        copies.show(engine.stats());
        figures.show(engine.stats());
    }
}
