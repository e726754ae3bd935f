package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.EmptyPane;
import io.medianest.desktop.ui.KeptNodes;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Screen;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.View;
import io.medianest.model.outgoing.OutgoingTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/// Where notifications go beside the program: chats, phones, mailboxes.
public final class OutgoingView implements View {
    private static final int SKELETONS = 2;
    private static final double SKELETON_HEIGHT = 64;

    private final OutgoingViewModel model;
    private final Texts texts;
    private final VBox list = new VBox();
    private final VBox fresh = new VBox();
    private final Button add;
    private final ProblemLineView problem;
    /// Those that are shown, by target: a row stays as long as it does, with the keys and what is written in it.
    private final Map<String, OutgoingRowView> rows = new HashMap<>();

    private @Nullable OutgoingForm begun;
    private @Nullable OutgoingFormView form;
    private Subscription following = Subscription.EMPTY;

    public OutgoingView(OutgoingViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.problem = new ProblemLineView(texts, model.problemProperty());
        this.add = Buttons.primary(
                "outgoing-add",
                texts.get("settings.outgoing.add"),
                () -> model.begin(texts.locale().getLanguage()));
    }

    @Override
    public Parent create() {
        list.getStyleClass().add("settings-rows");
        fresh.setVisible(false);
        fresh.managedProperty().bind(fresh.visibleProperty());
        var pane = new ScreenPane<>(
                texts,
                model.screenProperty(),
                new ScreenPane.Parts<List<OutgoingTarget>>(
                        Skeleton.rows(texts, SKELETONS, SKELETON_HEIGHT),
                        new EmptyPane(
                                MaterialDesignB.BELL_RING,
                                texts.get("settings.outgoing.empty"),
                                texts.get("settings.outgoing.empty.next")),
                        list,
                        this::show,
                        model::read));
        following = model.formProperty()
                .subscribe(_ -> written())
                .and(model.trialsProperty().subscribe(_ -> draw()))
                .and(problem::close);
        var card = new VBox(head(), fresh, problem, pane);
        card.getStyleClass().addAll("card", "settings-card");
        return card;
    }

    private Node head() {
        var words = new VBox(
                Labels.section(texts.get("settings.outgoing.title")),
                SettingRowView.wrapped(Labels.secondary(texts.get("settings.outgoing.help"))));
        words.getStyleClass().add("setting-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var head = new HBox(words, add);
        head.getStyleClass().add("setting");
        return head;
    }

    private void show(List<OutgoingTarget> targets) {
        var there = targets.stream().map(OutgoingTarget::id).collect(Collectors.toSet());
        rows.entrySet().removeIf(row -> {
            boolean gone = !there.contains(row.getKey());
            if (gone) {
                row.getValue().close();
            }
            return gone;
        });
        var inOrder = targets.stream().map(this::row).toList();
        KeptNodes.place(list, inOrder);
    }

    private OutgoingRowView row(OutgoingTarget target) {
        var row = rows.computeIfAbsent(target.id(), _ -> new OutgoingRowView(texts, model, target));
        OutgoingForm open = model.formProperty().get();
        OutgoingTarget about = open == null ? null : open.before();
        boolean mine = about != null && about.id().equals(target.id());
        row.show(target, model.trialsProperty().get().get(target.id()), mine ? open : null);
        return row;
    }

    private void draw() {
        if (model.screenProperty().get() instanceof Screen.Content<List<OutgoingTarget>> content) {
            content.value().forEach(this::row);
        }
    }

    private void written() {
        OutgoingForm open = model.formProperty().get();
        OutgoingForm now = open != null && open.before() == null ? open : null;
        add.setDisable(now != null);
        if (now != begun) {
            begin(now);
        }
        draw();
    }

    private void begin(@Nullable OutgoingForm now) {
        boolean before = begun != null;
        begun = now;
        if (form != null) {
            form.close();
            form = null;
        }
        fresh.getChildren().clear();
        fresh.setVisible(now != null);
        if (now != null) {
            form = new OutgoingFormView(texts, model, now);
            fresh.getChildren().add(form);
            form.takeKeys();
        } else if (before) {
            add.requestFocus();
        }
    }

    @Override
    public void shown() {
        model.read();
    }

    @Override
    public void closed() {
        following.unsubscribe();
        rows.values().forEach(OutgoingRowView::close);
        if (form != null) {
            form.close();
        }
    }
}
