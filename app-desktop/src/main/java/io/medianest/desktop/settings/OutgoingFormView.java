package io.medianest.desktop.settings;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.settings.OutgoingForm.Field;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.ChoiceBoxes;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Switch;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.notification.NotificationType;
import io.medianest.model.outgoing.OutgoingKind;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Asks for what a target of notifications is: only for what its kind needs. Escape forgets what is written.
final class OutgoingFormView extends VBox {
    private static final String ID = "outgoing-form-";
    private static final String KEY = "settings.outgoing.";

    private final Texts texts;
    private final OutgoingViewModel model;
    private final OutgoingForm form;
    private final VBox fields = new VBox();
    private final Map<Field, TextField> lines = new EnumMap<>(Field.class);
    private final Label wrong = SettingRowView.wrapped(Labels.toned("", Tone.BAD));
    private final Subscription following;

    OutgoingFormView(Texts texts, OutgoingViewModel model, OutgoingForm form) {
        super();
        this.texts = texts;
        this.model = model;
        this.form = form;
        setId("outgoing-form");
        getStyleClass().add("outgoing-form");
        fields.getStyleClass().add("outgoing-fields");
        wrong.managedProperty().bind(wrong.visibleProperty());
        Stream.of(Field.values()).forEach(field -> lines.put(field, line(field)));
        if (form.before() == null) {
            getChildren().add(SettingCardView.row(texts, KEY + "kind", kind()));
        }
        getChildren().addAll(fields, SettingCardView.row(texts, KEY + "language", language()), events());
        if (form.before() != null) {
            getChildren().add(SettingCardView.row(texts, KEY + "enabled", enabled()));
        }
        getChildren().addAll(wrong, foot());
        following = form.kindProperty()
                .subscribe(this::ask)
                .and(form.problemProperty().subscribe(this::tell));
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                model.cancel();
                key.consume();
            }
        });
    }

    private Region kind() {
        var kinds = Stream.of(OutgoingKind.values())
                .filter(kind -> kind != OutgoingKind.UNKNOWN)
                .toList();
        return side(ChoiceBoxes.of(
                ID + "kind",
                texts.get(KEY + "kind"),
                form.kindProperty(),
                kinds,
                kind -> texts.get(KEY + "kind." + kind.wireName())));
    }

    private Region language() {
        return side(ChoiceBoxes.of(
                ID + "language",
                texts.get(KEY + "language"),
                form.languageProperty(),
                Stream.concat(
                                Texts.LANGUAGES.stream().map(Locale::getLanguage),
                                Stream.of(form.languageProperty().get()))
                        .distinct()
                        .toList(),
                tag -> {
                    var locale = Locale.forLanguageTag(tag);
                    return locale.getDisplayLanguage(locale);
                }));
    }

    private static Region side(Node control) {
        var side = new VBox(control);
        side.getStyleClass().add("setting-side");
        return side;
    }

    private Node enabled() {
        var toggle = new Switch();
        toggle.setId(ID + "enabled");
        toggle.setAccessibleText(texts.get(KEY + "enabled"));
        toggle.selectedProperty().bindBidirectional(form.enabledProperty());
        return toggle;
    }

    private void ask(OutgoingKind kind) {
        fields.getChildren()
                .setAll(Field.of(kind).stream().map(field -> row(field, kind)).toList());
    }

    private Node row(Field field, OutgoingKind kind) {
        String key = key(field, kind);
        TextField line = Objects.requireNonNull(lines.get(field));
        line.setAccessibleText(texts.get(key));
        line.setAccessibleHelp(texts.get(key + ".help"));
        line.setPromptText(prompt(field, key));
        boolean canForget = field == Field.SECRET && form.hasKey() && kind != OutgoingKind.GOTIFY;
        return SettingCardView.row(texts, key, side(canForget ? beside(line) : line));
    }

    /// What is asked for is called differently by each kind.
    private static String key(Field field, OutgoingKind kind) {
        String key = KEY + field.name().toLowerCase(Locale.ROOT);
        return field == Field.ADDRESS || field == Field.SECRET ? key + "." + kind.wireName() : key;
    }

    private String prompt(Field field, String key) {
        if (field == Field.SECRET && form.hasKey()) {
            return texts.get("settings.secretSet");
        }
        return texts.has(key + ".example") ? texts.get(key + ".example") : "";
    }

    private Node beside(TextField line) {
        var both = new HBox(4, line, forget(line));
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private Button forget(TextField line) {
        Button forget = Buttons.quiet(ID + "forget", texts.get(KEY + "forget"), () -> {
            form.keyForgottenProperty().set(true);
            line.setPromptText("");
            line.requestFocus();
        });
        forget.disableProperty().bind(form.keyForgottenProperty());
        return forget;
    }

    private TextField line(Field field) {
        TextField line = field == Field.SECRET ? new PasswordField() : new TextField();
        line.setId(ID + field.name().toLowerCase(Locale.ROOT));
        line.getStyleClass().add("mn-field");
        line.textProperty().bindBidirectional(form.text(field));
        line.setOnAction(_ -> model.save());
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    private Node events() {
        var boxes = new FlowPane();
        boxes.getStyleClass().add("outgoing-events");
        OutgoingForm.kinds().forEach(type -> boxes.getChildren().add(event(type)));
        var words = new VBox(
                Labels.strong(texts.get(KEY + "events")),
                SettingRowView.wrapped(Labels.secondary(texts.get(KEY + "events.help"))));
        words.getStyleClass().add("setting-words");
        return new VBox(10, words, boxes);
    }

    private CheckBox event(NotificationType type) {
        var box = new CheckBox(texts.get(KEY + "event." + type.wireName()));
        box.setId(ID + "event-" + type.wireName());
        box.selectedProperty().bindBidirectional(form.event(type));
        return box;
    }

    private Node foot() {
        Button save = Buttons.primary(
                ID + "save", texts.get(form.before() == null ? KEY + "add.do" : KEY + "save"), model::save);
        save.disableProperty().bind(form.savingProperty());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var foot = new HBox(space, Buttons.plain(ID + "cancel", texts.get(KEY + "cancel"), model::cancel), save);
        foot.getStyleClass().add("settings-line");
        var target = form.before();
        if (target == null) {
            return foot;
        }
        var question = new QuestionView(
                texts,
                ID + "remove",
                texts.get(KEY + "remove.ask", target.name()),
                texts.get(KEY + "remove"),
                () -> model.remove(target));
        var remove = Buttons.danger(ID + "remove", texts.get(KEY + "remove"), question::ask);
        remove.setAccessibleText(texts.get(KEY + "removeOf", target.name()));
        foot.getChildren().addFirst(remove);
        return new VBox(8, foot, question);
    }

    /// In the words of this program where it knows what is wrong.
    private void tell(@Nullable ApiException why) {
        wrong.setVisible(why != null);
        if (why == null) {
            return;
        }
        String key = KEY + "wrong." + why.details();
        boolean known = why.code() == ErrorCode.VALIDATION_ERROR && texts.has(key);
        wrong.setText(known ? texts.get(key) : texts.problem(why));
        Stream.of(Field.values())
                .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(why.details()))
                .findFirst()
                .map(lines::get)
                .ifPresent(Node::requestFocus);
    }

    /// Keys go to what is asked first.
    void takeKeys() {
        Node first = lookup("#" + ID + (form.before() == null ? "kind" : "name"));
        if (first != null) {
            first.requestFocus();
        }
    }

    void close() {
        following.unsubscribe();
    }
}
