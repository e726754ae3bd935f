package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.SegmentedFilter;
import io.medianest.desktop.ui.Switch;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.account.ManagedUser;
import io.medianest.model.account.Role;
import io.medianest.model.account.UserStatus;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What may be changed about a person. What one may not do to oneself is said instead.
final class PersonDetailsView extends VBox {
    private static final int MOST_PER_HOUR = 1000;

    private final Texts texts;
    private final PeopleViewModel model;
    private final String id;
    private final TextField requests;
    private final TextField downloads;
    private final SegmentedFilter<Role> role;
    private final Switch approval = new Switch();
    private final Button lock;
    private final Label wrong = Labels.toned("", Tone.BAD);
    private ManagedUser person;

    PersonDetailsView(Texts texts, PeopleViewModel model, ManagedUser person) {
        super();
        this.texts = texts;
        this.model = model;
        this.person = person;
        this.id = "person-" + person.user().id();
        this.requests = quota("requests", person.quotas().requestsPerHour());
        this.downloads = quota("downloads", person.quotas().downloadsPerHour());
        this.role = role();
        this.lock = Buttons.plain(id + "-suspend", "", this::turnLock);
        getStyleClass().add("person-details");
        boolean me = model.isMe(person);
        if (!me) {
            getChildren().add(SettingCardView.row(texts, "settings.people.role", role));
        }
        wrong.managedProperty().bind(wrong.visibleProperty());
        wrong.setVisible(false);
        getChildren()
                .addAll(
                        SettingCardView.row(texts, "settings.people.approval", approval()),
                        SettingCardView.row(texts, "settings.people.requests", requests),
                        SettingCardView.row(texts, "settings.people.downloads", downloads),
                        wrong,
                        me ? SettingRowView.wrapped(Labels.secondary(texts.get("settings.people.self"))) : farewell());
    }

    /// The same person, perhaps changed. What somebody is writing stays.
    void show(ManagedUser now) {
        var before = person;
        person = now;
        role.valueProperty().set(now.user().role());
        approval.setSelected(now.downloadsNeedApproval());
        show(requests, before.quotas().requestsPerHour(), now.quotas().requestsPerHour());
        show(downloads, before.quotas().downloadsPerHour(), now.quotas().downloadsPerHour());
        lock.setText(texts.get(isLockedOut() ? "settings.people.reactivate" : "settings.people.suspend"));
        lock.setAccessibleText(lock.getText() + ": " + now.user().username());
    }

    private static void show(TextField field, @Nullable Integer before, @Nullable Integer now) {
        if (field.getText().strip().equals(words(before))) {
            field.setText(words(now));
        }
    }

    private static String words(@Nullable Integer quota) {
        return quota == null ? "" : quota.toString();
    }

    private boolean isLockedOut() {
        return person.status() == UserStatus.SUSPENDED;
    }

    private void turnLock() {
        if (isLockedOut()) {
            model.admit(person);
        } else {
            model.suspend(person);
        }
    }

    private SegmentedFilter<Role> role() {
        var choice = new SegmentedFilter<>(
                id + "-role",
                person.user().role(),
                List.of(Role.USER, Role.ADMIN),
                role -> texts.get(role == Role.ADMIN ? "settings.people.admin" : "settings.people.user"));
        choice.valueProperty().subscribe((_, now) -> model.setRole(person, now));
        return choice;
    }

    private Node approval() {
        approval.setId(id + "-approval");
        approval.setSelected(person.downloadsNeedApproval());
        approval.setAccessibleText(texts.get("settings.people.approval"));
        approval.selectedProperty().subscribe((_, now) -> model.setApproval(person, now));
        return approval;
    }

    private TextField quota(String what, @Nullable Integer now) {
        var field = new TextField(words(now));
        field.setId(id + "-" + what);
        field.getStyleClass().addAll("mn-field", "setting-short");
        field.setPromptText(texts.get("settings.people.asAll"));
        field.setAccessibleText(texts.get("settings.people." + what));
        field.setOnAction(_ -> saveQuotas());
        field.focusedProperty().subscribe((_, has) -> {
            if (!has) {
                saveQuotas();
            }
        });
        return field;
    }

    private void saveQuotas() {
        try {
            var asked = number(requests.getText());
            var loaded = number(downloads.getText());
            wrong.setVisible(false);
            model.setQuotas(person, asked, loaded);
        } catch (NumberFormatException _) {
            wrong.setText(texts.get("settings.people.quotaWrong", MOST_PER_HOUR));
            wrong.setVisible(true);
        }
    }

    private static @Nullable Integer number(String text) {
        if (text.isBlank()) {
            return null;
        }
        int number = Integer.parseInt(text.strip());
        if (number < 1 || number > MOST_PER_HOUR) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private Node farewell() {
        String name = person.user().username();
        var question = new QuestionView(
                texts,
                id + "-delete",
                texts.get("settings.people.deleteAsk", name),
                texts.get("settings.people.delete"),
                () -> model.delete(person));
        Button delete = Buttons.danger(id + "-delete", texts.get("settings.people.delete"), question::ask);
        delete.setAccessibleText(delete.getText() + ": " + name);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var buttons = new HBox(lock, space, delete);
        buttons.getStyleClass().add("settings-line");
        return new VBox(8, buttons, question);
    }
}
