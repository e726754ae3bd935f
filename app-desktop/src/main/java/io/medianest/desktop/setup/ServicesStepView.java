package io.medianest.desktop.setup;

import io.medianest.desktop.settings.ServiceCardView;
import io.medianest.desktop.settings.ServiceViewModel;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.View;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/// The services that most households have.
public final class ServicesStepView implements View {
    private final List<ServiceCardView> cards;

    public ServicesStepView(List<ServiceViewModel> services, Texts texts) {
        this.cards = services.stream()
                .map(service -> new ServiceCardView(texts, service, null))
                .toList();
    }

    @Override
    public Parent create() {
        var page = new VBox();
        page.getChildren().addAll(cards);
        page.getStyleClass().add("settings-section");
        return page;
    }

    @Override
    public void closed() {
        cards.forEach(ServiceCardView::close);
    }
}
