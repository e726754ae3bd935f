package io.medianest.desktop.settings;

import io.medianest.desktop.api.ApiException;
import io.medianest.model.notification.NotificationType;
import io.medianest.model.outgoing.NewOutgoingTarget;
import io.medianest.model.outgoing.OutgoingKind;
import io.medianest.model.outgoing.OutgoingTarget;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What somebody writes about a target of notifications until it is saved. A key that is set is not shown; it stays
/// where none is written.
public final class OutgoingForm {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

    private final @Nullable OutgoingTarget before;
    private final ObjectProperty<OutgoingKind> kind = new SimpleObjectProperty<>(OutgoingKind.DISCORD);
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final ObjectProperty<String> language;
    private final BooleanProperty enabled = new SimpleBooleanProperty(true);
    private final BooleanProperty keyForgotten = new SimpleBooleanProperty();
    private final Map<NotificationType, BooleanProperty> events = new EnumMap<>(NotificationType.class);
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable ApiException> problem = new ReadOnlyObjectWrapper<>();

    /// What is written in a line.
    public enum Field {
        NAME,
        ADDRESS,
        SECRET,
        USERNAME,
        SENDER,
        RECIPIENTS;

        /// Those that a kind of target has, in their order.
        static List<Field> of(OutgoingKind kind) {
            return switch (kind) {
                case DISCORD, SLACK, UNKNOWN -> List.of(NAME, ADDRESS);
                case NTFY, GOTIFY, WEBHOOK -> List.of(NAME, ADDRESS, SECRET);
                case EMAIL -> List.of(NAME, ADDRESS, USERNAME, SECRET, SENDER, RECIPIENTS);
            };
        }
    }

    /// @param before what is changed; null for a new one
    /// @param language of a new one
    OutgoingForm(@Nullable OutgoingTarget before, String language) {
        this.before = before;
        this.language = new SimpleObjectProperty<>(before == null ? language : before.language());
        Stream.of(Field.values()).forEach(field -> texts.put(field, new SimpleStringProperty("")));
        kinds().forEach(type -> events.put(
                type,
                new SimpleBooleanProperty(before == null || before.events().contains(type))));
        if (before != null) {
            fill(before);
        }
    }

    private void fill(OutgoingTarget target) {
        kind.set(target.kind());
        enabled.set(target.enabled());
        text(Field.NAME).set(target.name());
        text(Field.ADDRESS).set(target.address());
        text(Field.USERNAME).set(Objects.requireNonNullElse(target.username(), ""));
        text(Field.SENDER).set(Objects.requireNonNullElse(target.sender(), ""));
        text(Field.RECIPIENTS)
                .set(String.join(", ", Objects.requireNonNullElse(target.recipients(), List.<String>of())));
    }

    /// What targets can be told of.
    static List<NotificationType> kinds() {
        return Stream.of(NotificationType.values())
                .filter(type -> type != NotificationType.UNKNOWN)
                .toList();
    }

    NewOutgoingTarget wish() {
        boolean mail = kind.get() == OutgoingKind.EMAIL;
        return new NewOutgoingTarget(
                text(Field.NAME).get().strip(),
                kind.get(),
                text(Field.ADDRESS).get().strip(),
                secret(),
                mail ? text(Field.USERNAME).get().strip() : null,
                mail ? text(Field.SENDER).get().strip() : null,
                mail ? recipients() : null,
                events.entrySet().stream()
                        .filter(event -> event.getValue().get())
                        .map(Map.Entry::getKey)
                        .toList(),
                language.get(),
                enabled.get());
    }

    private @Nullable String secret() {
        String written = text(Field.SECRET).get();
        boolean stays = written.isEmpty() && !keyForgotten.get();
        if (stays || !Field.of(kind.get()).contains(Field.SECRET)) {
            return null;
        }
        return written;
    }

    private List<String> recipients() {
        return Arrays.stream(BETWEEN.split(text(Field.RECIPIENTS).get()))
                .filter(recipient -> !recipient.isEmpty())
                .toList();
    }

    /// What is changed; null for a new one.
    public @Nullable OutgoingTarget before() {
        return before;
    }

    /// Whether there is a key that stays unless somebody writes another.
    public boolean hasKey() {
        return before != null && before.secret() != null && !keyForgotten.get();
    }

    void begin() {
        saving.set(true);
        problem.set(null);
    }

    void failed(ApiException why) {
        saving.set(false);
        problem.set(why);
    }

    public StringProperty text(Field field) {
        return Objects.requireNonNull(texts.get(field));
    }

    public ObjectProperty<OutgoingKind> kindProperty() {
        return kind;
    }

    public ObjectProperty<String> languageProperty() {
        return language;
    }

    public BooleanProperty enabledProperty() {
        return enabled;
    }

    /// Whether a key that is set is to go.
    public BooleanProperty keyForgottenProperty() {
        return keyForgotten;
    }

    public BooleanProperty event(NotificationType type) {
        return Objects.requireNonNull(events.get(type));
    }

    public ReadOnlyBooleanProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }

    /// Why it was not saved.
    public ReadOnlyObjectProperty<@Nullable ApiException> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
