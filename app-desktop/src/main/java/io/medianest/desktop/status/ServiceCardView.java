package io.medianest.desktop.status;

import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.status.ServiceStatus;
import io.medianest.model.status.StatusHistory;
import io.medianest.model.status.StatusSample;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One service: light and word, what it says, response times, uptime. One that is not set up says what to set.
final class ServiceCardView extends VBox {
    private final ServiceCard card;
    private final StatusViewModel model;
    private final Texts texts;
    private final Clock clock;
    private final StatusWords words;
    private final Region light = new Region();
    private final Label state = Labels.styled("", "toned");
    private final Label message = Labels.secondary("");
    private final ResponseChartView chart;
    private final Label responseTime = Labels.strong("");
    private final Label uptime = Labels.secondary("");
    private final UptimeBarsView bars = new UptimeBarsView();
    private final Subscription shown;

    ServiceCardView(ServiceCard card, StatusViewModel model, Texts texts, Clock clock) {
        super();
        this.card = card;
        this.model = model;
        this.texts = texts;
        this.clock = clock;
        this.words = new StatusWords(texts);
        this.chart = new ResponseChartView(point ->
                texts.get("status.point", texts.moment(point.at()), texts.get("status.ms", point.milliseconds())));
        build();
        shown = Subscription.combine(
                card.statusProperty().subscribe(this::show),
                card.historyProperty().subscribe(this::showHistory),
                model.windowProperty()
                        .subscribe(() -> showHistory(card.historyProperty().get())));
    }

    private void build() {
        setId("service-" + card.name());
        getStyleClass().addAll("card", "service-card");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        var name = Labels.section(card.status().displayName());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        state.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(light, name, space, state);
        head.getStyleClass().add("service-head");
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var numbers = new HBox(responseTime, gap, uptime);
        numbers.setAlignment(Pos.BASELINE_LEFT);
        var measured = new VBox(chart, numbers, bars);
        measured.getStyleClass().add("service-measured");
        measured.visibleProperty().bind(card.statusProperty().map(ServiceStatus::configured));
        measured.managedProperty().bind(measured.visibleProperty());
        var push = new Region();
        VBox.setVgrow(push, Priority.ALWAYS);
        getChildren().addAll(head, message, push, measured);
    }

    String name() {
        return card.name();
    }

    boolean isConfigured() {
        return card.status().configured();
    }

    /// The card leaves the screen.
    void forget() {
        shown.unsubscribe();
    }

    private void show(ServiceStatus service) {
        Tone tone = StatusWords.tone(service);
        light.getStyleClass().setAll("light", tone.style());
        state.getStyleClass().setAll("label", "toned", tone.style());
        state.setText(words.state(service));
        message.setText(Optional.ofNullable(service.message())
                .orElseGet(() -> texts.get(service.configured() ? "status.fine" : "status.unset")));
        responseTime.setText(words.responseTime(service));
        showHistory(card.historyProperty().get());
    }

    private void showHistory(@Nullable StatusHistory history) {
        List<StatusSample> samples = history == null ? List.of() : history.samples();
        Window window = model.windowProperty().get();
        Instant now = clock.instant();
        ResponseCurve curve = ResponseCurve.of(samples, now, window.length());
        chart.show(curve, StatusWords.tone(card.status()));
        bars.show(UptimeBars.of(samples, now, window.length(), UptimeBarsView.MOST));
        Optional<Double> share = share(history, window);
        String span = texts.get("status.window." + window);
        uptime.setText(share.map(value -> texts.get("status.uptime", span, words.percent(value)))
                .orElse(""));
        setAccessibleText(String.join(
                ", ",
                card.status().displayName(),
                words.state(card.status()),
                message.getText(),
                responseTime.getText(),
                uptime.getText(),
                curve.pieces().isEmpty() ? "" : texts.get("status.curve", span, curve.fastest(), curve.slowest())));
    }

    private Optional<Double> share(@Nullable StatusHistory history, Window window) {
        if (history != null && history.window().equals(window.wireName())) {
            return Optional.ofNullable(history.uptime());
        }
        return window == Window.DAY ? Optional.ofNullable(card.status().uptime24h()) : Optional.empty();
    }
}
