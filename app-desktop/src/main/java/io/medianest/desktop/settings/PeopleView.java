package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Banner;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.EmptyPane;
import io.medianest.desktop.ui.KeptNodes;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.desktop.ui.View;
import io.medianest.model.account.ManagedUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    /// Those that are shown, by person: a row stays as long as they do, with the keys and half a number in it.
    private final Map<String, PersonRowView> rows = new HashMap<>();

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
        rows.keySet().retainAll(people.stream().map(PeopleView::id).collect(Collectors.toSet()));
        var inOrder = people.stream().map(this::row).toList();
        KeptNodes.place(list, inOrder);
    }

    private static String id(ManagedUser person) {
        return person.user().id();
    }

    private PersonRowView row(ManagedUser person) {
        var row = rows.computeIfAbsent(id(person), _ -> new PersonRowView(texts, model, person));
        row.show(person);
        return row;
    }

    private void offer(PeopleViewModel.@Nullable Undo last) {
        undo.setVisible(last != null);
        if (last == null) {
            return;
        }
        undo.getChildren()
                .setAll(new Banner(
                        "people-undo",
                        Tone.ACCENT,
                        texts.get(words(last.kind()), last.before().user().username()),
                        "",
                        Buttons.plain("people-undo-button", texts.get("settings.undo"), model::undo)));
    }

    private static String words(PeopleViewModel.Kind done) {
        return switch (done) {
            case ROLE -> "settings.people.roleChanged";
            case SUSPENDED -> "settings.people.suspended";
            case ADMITTED -> "settings.people.admitted";
        };
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
