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
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One person: who, what they are here, and behind a button what may be changed about them.
final class PersonRowView extends VBox {
    private static final double AVATAR = 38;

    private final Texts texts;
    private final PeopleViewModel model;
    private final String id;
    private final HBox name = new HBox();
    private final Label seen = Labels.secondary("");
    private final Button admit;
    private final PersonDetailsView details;
    private ManagedUser person;

    PersonRowView(Texts texts, PeopleViewModel model, ManagedUser person) {
        super();
        this.texts = texts;
        this.model = model;
        this.person = person;
        this.id = "person-" + person.user().id();
        this.details = new PersonDetailsView(texts, model, person);
        this.admit =
                Buttons.primary(id + "-admit", texts.get("settings.people.admit"), () -> this.model.admit(this.person));
        setId(id);
        getStyleClass().add("person-row");
        name.getStyleClass().add("service-title");
        details.setVisible(false);
        details.managedProperty().bind(details.visibleProperty());
        admit.managedProperty().bind(admit.visibleProperty());
        getChildren().addAll(line(), details);
    }

    private HBox line() {
        var user = person.user();
        admit.setAccessibleText(texts.get("settings.people.admitOf", user.username()));
        var about = new VBox(3, name, seen);
        about.setMinWidth(0);
        HBox.setHgrow(about, Priority.ALWAYS);
        var line = new HBox(new Avatar(user.username(), AVATAR), about, admit, more());
        line.getStyleClass().add("settings-line");
        return line;
    }

    private Button more() {
        Button more = Buttons.plain(id + "-more", texts.get("settings.people.more"), () -> {});
        more.setAccessibleText(texts.get("settings.people.moreOf", person.user().username()));
        more.setOnAction(_ -> {
            boolean now = !details.isVisible();
            details.setVisible(now);
            more.setText(texts.get(now ? "settings.people.less" : "settings.people.more"));
        });
        return more;
    }

    /// The same person, perhaps changed: what somebody has the keys in, or is writing, stays.
    void show(ManagedUser now) {
        person = now;
        var user = now.user();
        name.getChildren()
                .setAll(
                        Labels.strong(
                                model.isMe(now) ? texts.get("settings.people.you", user.username()) : user.username()),
                        pill(texts.get(role()), user.role() == Role.ADMIN ? Tone.ACCENT : Tone.NEUTRAL));
        switch (now.status()) {
            case ACTIVE, UNKNOWN -> {
                // Nothing to say: that is how it mostly is.
            }
            case PENDING -> name.getChildren().add(pill(texts.get("settings.people.pending"), Tone.WAITING));
            case SUSPENDED -> name.getChildren().add(pill(texts.get("settings.people.locked"), Tone.BAD));
        }
        seen.setText(seen(user.lastLoginAt()));
        admit.setVisible(now.status() == UserStatus.PENDING);
        details.show(now);
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
