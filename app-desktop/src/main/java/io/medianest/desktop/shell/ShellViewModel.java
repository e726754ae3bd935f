package io.medianest.desktop.shell;

import io.medianest.desktop.api.Connection;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.LiveBoard;
import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.ui.Async;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.status.Health;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the frame shows: who is signed in, how the line is, what waits, what is searched for.
public final class ShellViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(ShellViewModel.class);

    private final MediaNestApi api;
    private final Async async;
    private final Events events;
    private final LiveBoard board;
    private String language = "";
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable User> user = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Health> server = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper demo = new ReadOnlyBooleanWrapper(false);

    public ShellViewModel(MediaNestApi api, Async async, Events events, LiveBoard board) {
        this.api = api;
        this.async = async;
        this.events = events;
        this.board = board;
    }

    /// Asks the server who is signed in and what it is.
    public void read() {
        async.latest("session", api::session)
                .then(session -> met(session.user()), problem -> LOG.warn("No session", problem));
        async.latest("health", api::health).then(this::met, problem -> LOG.warn("No health", problem));
    }

    /// The window speaks this language now: the person is told news in it, too, unless they chose another one
    /// elsewhere and have not chosen here since.
    public void speak(String now) {
        boolean chosen = !language.isEmpty() && !language.equals(now);
        language = now;
        tellLanguage(chosen);
    }

    private void met(User person) {
        user.set(person);
        tellLanguage(false);
    }

    private void tellLanguage(boolean chosen) {
        User person = user.get();
        if (person == null
                || language.isEmpty()
                || !(chosen || person.preferences().language() == null)) {
            return;
        }
        String wanted = language;
        async.latest("language", () -> {
                    api.speak(wanted);
                    return wanted;
                })
                .then(_ -> {}, problem -> LOG.info("News go on in another language: {}", problem.message()));
    }

    private void met(Health health) {
        server.set(health);
        demo.set(Boolean.TRUE.equals(health.demo()));
    }

    /// What stands in the search field.
    public StringProperty queryProperty() {
        return query;
    }

    /// Whether who is signed in looks after the household.
    public ObservableValue<Boolean> adminProperty() {
        return user.map(person -> person != null && person.role() == Role.ADMIN).orElse(false);
    }

    public ReadOnlyObjectProperty<@Nullable User> userProperty() {
        return user.getReadOnlyProperty();
    }

    /// What the server said of itself; absent until it did.
    public ReadOnlyObjectProperty<@Nullable Health> serverProperty() {
        return server.getReadOnlyProperty();
    }

    /// Whether the server plays a household with made-up services.
    public ReadOnlyBooleanProperty demoProperty() {
        return demo.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Connection> connectionProperty() {
        return events.connectionProperty();
    }

    /// How many notifications have not been read.
    public ReadOnlyLongProperty unreadProperty() {
        return board.unreadProperty();
    }

    /// How many requests wait for a decision.
    public ObservableIntegerValue waitingProperty() {
        return board.waitingProperty();
    }
}
