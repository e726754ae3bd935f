package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Banner;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.EmptyPane;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.desktop.ui.View;
import io.medianest.model.account.ManagedUser;
import io.medianest.model.account.UserStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Everybody of the household, those first who wait to be let in.
public final class PeopleView implements View {
    private static final int SKELETONS = 4;
    private static final double SKELETON_HEIGHT = 64;

    private final PeopleViewModel model;
    private final Texts texts;
    private final VBox list = new VBox();
    private final StackPane undo = new StackPane();
    private final Set<String> open = new HashSet<>();
    private Subscription following = Subscription.EMPTY;

    public PeopleView(PeopleViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @Override
    public Parent create() {
        list.getStyleClass().add("settings-rows");
        var words = new VBox(
                Labels.section(texts.get("settings.section.people")),
                SettingRowView.wrapped(Labels.secondary(texts.get("settings.people.help"))));
        words.getStyleClass().add("setting-words");
        var pane = new ScreenPane<>(
                texts,
                model.screenProperty(),
                new ScreenPane.Parts<List<ManagedUser>>(
                        Skeleton.rows(texts, SKELETONS, SKELETON_HEIGHT),
                        new EmptyPane(MaterialDesignA.ACCOUNT_GROUP, texts.get("settings.section.people"), ""),
                        list,
                        this::show,
                        model::read));
        undo.managedProperty().bind(undo.visibleProperty());
        following = model.undoProperty().subscribe(this::offer);
        var card = new VBox(words, undo, pane);
        card.getStyleClass().addAll("card", "settings-card");
        return card;
    }

    private void show(List<ManagedUser> people) {
        list.getChildren().setAll(people.stream().map(this::row).toList());
    }

    private PersonRowView row(ManagedUser person) {
        String id = person.user().id();
        return new PersonRowView(texts, model, person, open.contains(id), now -> {
            if (now) {
                open.add(id);
            } else {
                open.remove(id);
            }
        });
    }

    private void offer(PeopleViewModel.@Nullable Undo last) {
        undo.setVisible(last != null);
        if (last == null) {
            return;
        }
        var before = last.before();
        String name = before.user().username();
        String what = before.status() == UserStatus.ACTIVE ? changedOf(before) : "settings.people.admitted";
        undo.getChildren()
                .setAll(new Banner(
                        "people-undo",
                        Tone.ACCENT,
                        texts.get(what, name),
                        "",
                        Buttons.plain("people-undo-button", texts.get("settings.undo"), model::undo)));
    }

    private String changedOf(ManagedUser before) {
        return model.isSuspended(before.user().id()) ? "settings.people.suspended" : "settings.people.roleChanged";
    }

    @Override
    public void shown() {
        model.read();
    }

    @Override
    public void closed() {
        following.unsubscribe();
    }
}
