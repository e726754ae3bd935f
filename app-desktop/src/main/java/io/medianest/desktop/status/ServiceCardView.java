package io.medianest.desktop.status;

import io.medianest.desktop.status.ResponseCurve.Point;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Pill;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import io.medianest.model.status.StatusHistory;
import io.medianest.model.status.StatusSample;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One service: light and word, what it says, response times, uptime. One that is not set up says what to set.
final class ServiceCardView extends VBox {
    private static final PseudoClass AWAITED = PseudoClass.getPseudoClass("awaited");

    private final ServiceCard card;
    private final StatusViewModel model;
    private final Texts texts;
    private final Clock clock;
    private final StatusWords words;
    private final Region light = new Region();
    private final Label state = Labels.styled("", "toned");
    private final Label message = Labels.secondary("");
    private final Pill stale = new Pill();
    private final Label responseTime = Labels.strong("");
    private final ResponseChartView chart;
    private final Label begin = Labels.styled("", "chart-scale");
    private final Label middle = Labels.styled("", "chart-scale");
    private final UptimeBarsView bars = new UptimeBarsView();
    private final UptimeSharesView shares;
    private final Subscription shown;

    ServiceCardView(ServiceCard card, StatusViewModel model, Texts texts, Clock clock) {
        super();
        this.card = card;
        this.model = model;
        this.texts = texts;
        this.clock = clock;
        this.words = new StatusWords(texts);
        this.shares = new UptimeSharesView(texts, words);
        this.chart = new ResponseChartView(new ResponseChartView.Words() {
            @Override
            public String point(Point point) {
                return texts.get("status.point", texts.moment(point.at()), milliseconds(point.milliseconds()));
            }

            @Override
            public String milliseconds(long milliseconds) {
                return texts.get("status.ms", milliseconds);
            }
        });
        build();
        shown = Subscription.combine(
                card.statusProperty().subscribe(this::show),
                card.troubledSinceProperty().subscribe(() -> show(card.status())),
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
        state.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(light, name, space(), state);
        head.getStyleClass().add("service-head");
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        stale.setId("service-stale-" + card.name());
        stale.managedProperty().bind(stale.visibleProperty());
        var numbers = new HBox(responseTime, Labels.secondary(texts.get("status.responseTime")), space(), stale);
        numbers.getStyleClass().add("service-numbers");
        var axis = new HBox(begin, space(), middle, space(), Labels.styled(texts.get("status.now"), "chart-scale"));
        axis.setAlignment(Pos.BASELINE_LEFT);
        var measured = new VBox(numbers, chart, bars, axis, shares);
        measured.getStyleClass().add("service-measured");
        measured.visibleProperty().bind(card.statusProperty().map(ServiceStatus::configured));
        measured.managedProperty().bind(measured.visibleProperty());
        var push = new Region();
        VBox.setVgrow(push, Priority.ALWAYS);
        getChildren().addAll(head, message, push, measured);
    }

    private static Node space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
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
        message.setText(words.message(service));
        responseTime.setText(words.responseTime(service));
        Instant since = card.troubledSinceProperty().get();
        stale.setVisible(service.status() == ServiceState.OFFLINE && since != null);
        if (since != null) {
            stale.show(words.stale(service, since), Tone.WAITING);
        }
        showHistory(card.historyProperty().get());
    }

    private void showHistory(@Nullable StatusHistory history) {
        List<StatusSample> samples = history == null ? List.of() : history.samples();
        Window window = model.windowProperty().get();
        Span span = Span.of(history, window, clock.instant());
        ResponseCurve curve = ResponseCurve.of(samples, span);
        chart.pseudoClassStateChanged(AWAITED, history == null);
        chart.show(curve, StatusWords.tone(card.status()), words.collecting(span, history));
        bars.show(UptimeBars.of(samples, span, UptimeBarsView.MOST));
        begin.setText(span.collecting() ? words.when(span.begin()) : texts.get("status.ago." + window));
        middle.setText(span.collecting() ? "" : texts.get("status.halfAgo." + window));
        shares.show(history, window);
        setAccessibleText(String.join(
                ", ",
                card.status().displayName(),
                words.state(card.status()),
                message.getText(),
                responseTime.getText(),
                shares.spoken(history),
                curve.pieces().isEmpty()
                        ? ""
                        : texts.get(
                                "status.curve",
                                texts.get("status.window." + window),
                                curve.fastest(),
                                curve.slowest())));
    }
}
