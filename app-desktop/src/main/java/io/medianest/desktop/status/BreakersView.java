package io.medianest.desktop.status;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.admin.BreakerReport;
import io.medianest.model.admin.BreakerState;
import io.medianest.model.admin.CallNumbers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Whether calls to the outside services are let through: a line each, and a way to let them through at once.
final class BreakersView extends VBox {
    private final EngineViewModel model;
    private final Texts texts;
    private final VBox lines = new VBox();
    private final List<LineView> views = new ArrayList<>();

    BreakersView(EngineViewModel model, Texts texts) {
        super();
        this.model = model;
        this.texts = texts;
        setId("breakers");
        getStyleClass().addAll("card", "engine-card");
        lines.getStyleClass().add("engine-lines");
        var what = Labels.secondary(texts.get("status.breakers.what"));
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        var head = new VBox(Labels.section(texts.get("status.breakers")), what);
        head.getStyleClass().add("engine-title");
        getChildren().addAll(head, lines);
        model.nowProperty().subscribe(now -> views.forEach(view -> view.count(now)));
    }

    void show(List<BreakerReport> breakers) {
        List<String> before = views.stream().map(view -> view.breaker.name()).toList();
        if (!before.equals(breakers.stream().map(BreakerReport::name).toList())) {
            views.clear();
            breakers.forEach(breaker -> views.add(new LineView(breaker)));
            lines.getChildren().setAll(views);
        }
        for (int i = 0; i < breakers.size(); i++) {
            views.get(i).show(breakers.get(i));
        }
    }

    /// One service.
    private final class LineView extends HBox {
        private final Region light = new Region();
        private final Label name = Labels.strong("");
        private final Label explained = Labels.secondary("");
        private final Label numbers = Labels.secondary("");
        private final Label state = Labels.styled("", "toned");
        private final Button reset;
        private BreakerReport breaker;

        LineView(BreakerReport breaker) {
            super();
            this.breaker = breaker;
            this.reset = Buttons.plain(
                    "breaker-reset-" + breaker.name(),
                    texts.get("status.breaker.reset"),
                    () -> model.reset(this.breaker));
            setId("breaker-" + breaker.name());
            getStyleClass().add("engine-line");
            explained.setWrapText(true);
            explained.setMinHeight(USE_PREF_SIZE);
            explained.managedProperty().bind(explained.visibleProperty());
            numbers.setId("breaker-numbers-" + breaker.name());
            numbers.setWrapText(true);
            numbers.setMinHeight(USE_PREF_SIZE);
            numbers.managedProperty().bind(numbers.visibleProperty());
            reset.managedProperty().bind(reset.visibleProperty());
            reset.getStyleClass().add("small");
            state.setMinWidth(USE_PREF_SIZE);
            var words = new VBox(name, explained, numbers);
            words.getStyleClass().add("engine-words");
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            getChildren().addAll(light, words, state, reset);
        }

        void show(BreakerReport now) {
            breaker = now;
            Tone tone = tone(now.state());
            light.getStyleClass().setAll("light", tone.style());
            name.setText(now.displayName());
            state.getStyleClass().setAll("label", "toned", tone.style());
            state.setText(texts.get("status.breaker." + now.state()));
            reset.setVisible(now.state() != BreakerState.CLOSED || now.failures() > 0);
            reset.setAccessibleText(texts.get("status.breaker.resetOf", now.displayName()));
            count(model.nowProperty().get());
            CallNumbers calls = now.calls();
            numbers.setVisible(calls != null);
            numbers.setText(calls == null ? "" : howAsked(calls));
        }

        private String howAsked(CallNumbers calls) {
            // “50/1s” is how it is set.
            String[] rate = calls.rate().split("/", 2);
            String time = rate[rate.length - 1].replaceFirst("(?<=\\d)(?=\\D)", " ");
            return texts.get(
                    "status.breaker.calls",
                    calls.running(),
                    calls.concurrent(),
                    rate[0],
                    calls.readTimeout(),
                    calls.attempts(),
                    time);
        }

        void count(Instant now) {
            String words = explanation(now);
            explained.setText(words);
            explained.setVisible(!words.isEmpty());
        }

        private String explanation(Instant now) {
            Instant next = breaker.nextAttemptAt();
            return switch (breaker.state()) {
                case OPEN -> {
                    long seconds = next == null
                            ? 0
                            : Math.max(0, Duration.between(now, next).toSeconds());
                    yield texts.get("status.breaker.open", breaker.threshold(), seconds, breaker.turnedAway());
                }
                case HALF_OPEN -> texts.get("status.breaker.trying");
                case CLOSED, UNKNOWN ->
                    breaker.failures() == 0
                            ? ""
                            : texts.get("status.breaker.failures", breaker.failures(), breaker.threshold());
            };
        }

        private static Tone tone(BreakerState state) {
            return switch (state) {
                case CLOSED -> Tone.GOOD;
                case HALF_OPEN -> Tone.WAITING;
                case OPEN -> Tone.BAD;
                case UNKNOWN -> Tone.NEUTRAL;
            };
        }
    }
}
