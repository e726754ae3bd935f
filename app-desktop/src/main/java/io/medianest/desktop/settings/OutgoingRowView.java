package io.medianest.desktop.settings;

import io.medianest.desktop.settings.OutgoingViewModel.Trial;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Pill;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.outgoing.OutgoingKind;
import io.medianest.model.outgoing.OutgoingTarget;
import java.net.URI;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// One target of notifications: what it is, how it went there last, and below it what may be changed about it.
final class OutgoingRowView extends VBox {
    private static final String KEY = "settings.outgoing.";

    private final Texts texts;
    private final OutgoingViewModel model;
    private final StackPane picture = new StackPane();
    private final HBox name = new HBox();
    private final Label about = SettingRowView.wrapped(Labels.secondary(""));
    private final Label state = SettingRowView.wrapped(Labels.toned("", Tone.NEUTRAL));
    private final Button test;
    private final Button change;
    private OutgoingTarget target;
    private @Nullable OutgoingForm shown;
    private @Nullable OutgoingFormView form;

    OutgoingRowView(Texts texts, OutgoingViewModel model, OutgoingTarget target) {
        super();
        this.texts = texts;
        this.model = model;
        this.target = target;
        String id = "outgoing-" + target.id();
        setId(id);
        getStyleClass().add("outgoing-row");
        picture.getStyleClass().add("outgoing-picture");
        name.getStyleClass().add("service-title");
        state.managedProperty().bind(state.visibleProperty());
        test = Buttons.plain(id + "-test", texts.get(KEY + "test"), () -> model.test(this.target));
        change = Buttons.plain(id + "-change", texts.get(KEY + "change"), () -> model.change(this.target));
        var words = new VBox(3, name, about, state);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(picture, words, test, change);
        line.getStyleClass().add("settings-line");
        getChildren().add(line);
    }

    /// The same target, perhaps changed.
    ///
    /// @param written what is written about it at the moment
    void show(OutgoingTarget now, @Nullable Trial trial, @Nullable OutgoingForm written) {
        target = now;
        picture.getChildren().setAll(new FontIcon(icon(now.kind())));
        var kind = new Pill();
        kind.show(texts.get(KEY + "kind." + now.kind().wireName()), Tone.NEUTRAL);
        name.getChildren().setAll(Labels.strong(now.name()), kind);
        if (!now.enabled()) {
            var off = new Pill();
            off.show(texts.get(KEY + "off"), Tone.WAITING);
            name.getChildren().add(off);
        }
        about.setText(about(now));
        tell(now, trial);
        test.setAccessibleText(texts.get(KEY + "testOf", now.name()));
        test.setDisable(trial != null && trial.outcome() == null);
        change.setAccessibleText(texts.get(KEY + "changeOf", now.name()));
        write(written);
    }

    private String about(OutgoingTarget now) {
        var to = now.recipients() == null ? host(now.address()) : String.join(", ", now.recipients());
        var sent = now.lastSentAt() == null
                ? texts.get(KEY + "never")
                : texts.get(KEY + "sent", texts.ago(now.lastSentAt()));
        return to.isEmpty() ? sent : to + " · " + sent;
    }

    private static String host(String address) {
        try {
            return Objects.requireNonNullElse(URI.create(address).getHost(), "");
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    /// What somebody has just tried comes before what happened earlier; a failure that something has got past since is
    /// over.
    private void tell(OutgoingTarget now, @Nullable Trial trial) {
        if (trial == null) {
            var failed = now.lastFailedAt();
            boolean over = failed != null
                    && now.lastSentAt() != null
                    && now.lastSentAt().isAfter(failed);
            var error = over ? null : now.lastError();
            tell(
                    error == null ? "" : failed == null ? error : texts.get(KEY + "failed", texts.ago(failed), error),
                    Tone.BAD);
            return;
        }
        var outcome = trial.outcome();
        if (outcome == null) {
            tell(texts.get(KEY + "testing"), Tone.NEUTRAL);
        } else if (outcome.delivered()) {
            tell(texts.get(KEY + "tested"), Tone.GOOD);
        } else {
            tell(texts.get(KEY + "testFailed", Objects.requireNonNullElse(outcome.message(), "")), Tone.BAD);
        }
    }

    private void tell(String words, Tone tone) {
        state.setText(words);
        state.setVisible(!words.isEmpty());
        state.getStyleClass().setAll("label", "toned", tone.style());
    }

    private void write(@Nullable OutgoingForm written) {
        change.setDisable(written != null);
        if (written == shown) {
            return;
        }
        boolean before = shown != null;
        close();
        shown = written;
        if (written != null) {
            var view = new OutgoingFormView(texts, model, written);
            form = view;
            getChildren().add(view);
            view.takeKeys();
        } else if (before) {
            change.requestFocus();
        }
    }

    /// Ends what listens.
    void close() {
        if (form != null) {
            form.close();
            getChildren().remove(form);
            form = null;
        }
    }

    private static Ikon icon(OutgoingKind kind) {
        return switch (kind) {
            case DISCORD, SLACK -> MaterialDesignF.FORUM;
            case NTFY, GOTIFY -> MaterialDesignB.BELL_RING;
            case WEBHOOK, UNKNOWN -> MaterialDesignW.WEBHOOK;
            case EMAIL -> MaterialDesignE.EMAIL;
        };
    }
}
