package io.medianest.desktop.download;

import io.medianest.desktop.download.DownloadQuery.Ended;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.SegmentedFilter;
import io.medianest.desktop.ui.Texts;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The head of what has ended, with the choice of what to see of it.
final class EndedHeadView extends HBox {
    EndedHeadView(Texts texts, DownloadsViewModel model) {
        super();
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var filter = new SegmentedFilter<>(
                "download-ended",
                model.queryProperty().get().ended(),
                List.of(Ended.values()),
                ended -> texts.get("download.ended." + ended));
        filter.valueProperty().subscribe(model::show);
        model.queryProperty().subscribe(query -> filter.valueProperty().set(query.ended()));
        getStyleClass().add("download-ended-head");
        getChildren().addAll(Labels.section(texts.get("download.ended")), space, filter);
    }
}
