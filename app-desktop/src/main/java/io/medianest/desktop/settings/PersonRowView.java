package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Avatar;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Pill;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.account.ManagedUser;
import io.medianest.model.account.Role;
import io.medianest.model.account.UserStatus;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One person: who, what they are here, and behind a button what may be changed about them.
final class PersonRowView extends VBox {
    private static final double AVATAR = 38;

    private final Texts texts;
    private final PeopleViewModel model;
    private final ManagedUser person;
    private final String id;

    /// @param open whether the details are shown
    /// @param onOpen is told when that changes
    PersonRowView(Texts texts, PeopleViewModel model, ManagedUser person, boolean open, Consumer<Boolean> onOpen) {
        super();
        this.texts = texts;
        this.model = model;
        this.person = person;
        this.id = "person-" + person.user().id();
        setId(id);
        getStyleClass().add("person-row");
        var details = new PersonDetailsView(texts, model, person);
        details.setVisible(open);
        details.managedProperty().bind(details.visibleProperty());
        Button more = Buttons.plain(
                id + "-more", texts.get(open ? "settings.people.less" : "settings.people.more"), () -> {});
        more.setAccessibleText(texts.get("settings.people.moreOf", person.user().username()));
        more.setOnAction(_ -> {
            boolean now = !details.isVisible();
            details.setVisible(now);
            more.setText(texts.get(now ? "settings.people.less" : "settings.people.more"));
            onOpen.accept(now);
        });
        getChildren().addAll(line(more), details);
    }

    private HBox line(Button more) {
        var user = person.user();
        var name = new HBox(Labels.strong(
                model.isMe(person) ? texts.get("settings.people.you", user.username()) : user.username()));
        name.getStyleClass().add("service-title");
        name.getChildren()
                .add(pill(texts.get(role()), person.user().role() == Role.ADMIN ? Tone.ACCENT : Tone.NEUTRAL));
        switch (person.status()) {
            case ACTIVE, UNKNOWN -> {
                // Nothing to say: that is how it mostly is.
            }
            case PENDING -> name.getChildren().add(pill(texts.get("settings.people.pending"), Tone.WAITING));
            case SUSPENDED -> name.getChildren().add(pill(texts.get("settings.people.locked"), Tone.BAD));
        }
        var about = new VBox(3, name, Labels.secondary(seen(user.lastLoginAt())));
        about.setMinWidth(0);
        HBox.setHgrow(about, Priority.ALWAYS);
        var line = new HBox(new Avatar(user.username(), AVATAR), about);
        if (person.status() == UserStatus.PENDING) {
            Button admit =
                    Buttons.primary(id + "-admit", texts.get("settings.people.admit"), () -> model.admit(person));
            admit.setAccessibleText(texts.get("settings.people.admitOf", user.username()));
            line.getChildren().add(admit);
        }
        line.getChildren().add(more);
        line.getStyleClass().add("settings-line");
        return line;
    }

    private static Pill pill(String word, Tone tone) {
        var pill = new Pill();
        pill.show(word, tone);
        return pill;
    }

    private String role() {
        return person.user().role() == Role.ADMIN ? "settings.people.admin" : "settings.people.user";
    }

    private String seen(@Nullable Instant lastLogin) {
        var counts = person.user().statistics();
        String asked = texts.get("settings.people.counts", counts.totalRequests(), counts.downloadsCount());
        return lastLogin == null ? asked : texts.get("settings.people.seen", texts.ago(lastLogin)) + " · " + asked;
    }
}
