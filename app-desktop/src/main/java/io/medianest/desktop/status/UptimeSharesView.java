package io.medianest.desktop.status;

import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.status.StatusHistory;
import io.medianest.model.status.Uptimes;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// How often a service was well in the last day, week and month; the one that is looked at stands out.
final class UptimeSharesView extends HBox {
    private static final PseudoClass LOOKED_AT = PseudoClass.getPseudoClass("looked-at");

    private final Texts texts;
    private final StatusWords words;

    /// Nothing known so far.
    UptimeSharesView(Texts texts, StatusWords words) {
        super();
        this.texts = texts;
        this.words = words;
        getStyleClass().add("uptime-shares");
    }

    void show(@Nullable StatusHistory history, Window looked) {
        getChildren().clear();
        for (Window window : Window.values()) {
            if (!getChildren().isEmpty()) {
                var space = new Region();
                HBox.setHgrow(space, Priority.ALWAYS);
                getChildren().add(space);
            }
            var share = new HBox(span(window), value(share(history, window)));
            share.setAlignment(Pos.BASELINE_LEFT);
            share.getStyleClass().add("uptime-share");
            share.pseudoClassStateChanged(LOOKED_AT, window == looked);
            getChildren().add(share);
        }
    }

    /// The same for people who hear the screen.
    String spoken(@Nullable StatusHistory history) {
        return Arrays.stream(Window.values())
                .flatMap(window -> share(history, window)
                        .map(share ->
                                texts.get("status.uptime", texts.get("status.window." + window), words.percent(share)))
                        .stream())
                .collect(Collectors.joining(", "));
    }

    private Label span(Window window) {
        var label = Labels.styled(texts.get("status.span." + window), "uptime-span");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Label value(Optional<Double> share) {
        var label = Labels.styled(share.map(words::percent).orElse("–"), "uptime-value");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Optional<Double> share(@Nullable StatusHistory history, Window window) {
        if (history == null) {
            return Optional.empty();
        }
        Uptimes uptimes = history.uptimes();
        if (uptimes == null) {
            return history.window().equals(window.wireName())
                    ? Optional.ofNullable(history.uptime())
                    : Optional.empty();
        }
        return Optional.ofNullable(
                switch (window) {
                    case DAY -> uptimes.day();
                    case WEEK -> uptimes.week();
                    case MONTH -> uptimes.month();
                });
    }
}
