package io.medianest.desktop.download;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.download.MediaPreview;
import io.medianest.model.download.PlaylistMetadata;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// The field for an address, and below it what was found there. Enter looks it up, and once more puts it into the
/// queue; Escape clears it.
final class NewDownloadView extends VBox {
    private static final double PICTURE_WIDTH = 168;
    private static final double PICTURE_HEIGHT = 94;
    private static final double LINE = 14;

    private final Texts texts;
    private final PictureStore pictures;
    private final NewDownloadViewModel model;
    private final TextField field = new TextField();
    private final StackPane below = new StackPane();
    private @Nullable FoundView found;

    /// @param onShow gets the id of a download that is there already
    NewDownloadView(Texts texts, PictureStore pictures, NewDownloadViewModel model, Consumer<String> onShow) {
        super();
        this.texts = texts;
        this.pictures = pictures;
        this.model = model;
        getStyleClass().addAll("card", "new-download");
        getChildren().addAll(top(), below, new RefusalView(texts, model, onShow), following());
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                clear();
                key.consume();
            }
        });
        model.lookupProperty().subscribe(this::show);
        model.handedOverProperty().subscribe(this::takeKeys);
    }

    private Node top() {
        field.setId("download-address");
        field.setPromptText(texts.get("download.address.prompt"));
        field.setAccessibleText(texts.get("download.address"));
        field.getStyleClass().add("search-text");
        field.textProperty().bindBidirectional(model.addressProperty());
        field.setOnAction(_ -> model.enter());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button clear = Buttons.icon("download-clear", texts.get("download.clear"), MaterialDesignC.CLOSE, this::clear);
        clear.getStyleClass().add("search-clear");
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        clear.managedProperty().bind(clear.visibleProperty());
        Button paste = Buttons.quiet("download-paste", texts.get("download.paste"), this::paste);
        paste.setGraphic(new FontIcon(MaterialDesignC.CONTENT_PASTE));
        paste.visibleProperty().bind(field.textProperty().isEmpty());
        paste.managedProperty().bind(paste.visibleProperty());
        var box = new HBox(new FontIcon(MaterialDesignL.LINK_VARIANT), field, clear, paste);
        box.getStyleClass().addAll("search-box", "download-address");
        HBox.setHgrow(box, Priority.ALWAYS);
        var top = new HBox(box, add());
        top.getStyleClass().add("new-download-top");
        return top;
    }

    private Button add() {
        Button add = Buttons.primary("download-add", texts.get("download.add"), model::add);
        add.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !canBeAdded(), model.lookupProperty(), model.addingProperty(), model.pickedProperty()));
        add.textProperty()
                .bind(Bindings.createStringBinding(
                        this::addWords, model.lookupProperty(), model.addingProperty(), model.pickedProperty()));
        add.accessibleTextProperty().bind(add.textProperty());
        return add;
    }

    private boolean canBeAdded() {
        return model.lookupProperty().get() instanceof Lookup.Found(MediaPreview preview)
                && !model.addingProperty().get()
                && (!(preview instanceof PlaylistMetadata)
                        || model.pickedProperty().getValue().intValue() > 0);
    }

    private String addWords() {
        if (model.addingProperty().get()) {
            return texts.get("download.adding");
        }
        return model.lookupProperty().get() instanceof Lookup.Found(PlaylistMetadata _)
                ? texts.get("download.addSeveral", model.pickedProperty().getValue())
                : texts.get("download.add");
    }

    private void show(Lookup lookup) {
        if (found != null) {
            found.forget();
            found = null;
        }
        below.getChildren()
                .setAll(
                        switch (lookup) {
                            case Lookup.Nothing _ -> hint();
                            case Lookup.Looking _ -> looking();
                            case Lookup.Failed(ApiException problem) -> failed(problem);
                            case Lookup.Found(MediaPreview preview) -> found(preview);
                        });
    }

    private Node found(MediaPreview preview) {
        var view = new FoundView(texts, pictures, model, preview);
        found = view;
        return view;
    }

    /// How many addresses come after this one.
    private Node following() {
        var count = Labels.secondary("");
        count.setId("download-following");
        var size = Bindings.size(model.following());
        count.textProperty().bind(size.map(many -> texts.get("download.following", many)));
        var leave = Buttons.quiet(
                "download-leave-following", texts.get("download.following.leave"), model::leaveOutFollowing);
        var line = new HBox(count, leave);
        line.getStyleClass().add("found-problem");
        line.visibleProperty().bind(size.greaterThan(0));
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private Node hint() {
        var hint = Labels.secondary(texts.get("download.address.hint", texts.shortcut("V")));
        hint.setMaxWidth(Double.MAX_VALUE);
        return hint;
    }

    private Node looking() {
        var lines = new VBox(
                Labels.secondary(texts.get("download.looking")),
                Skeleton.box(320, LINE, "skeleton-line"),
                Skeleton.box(180, LINE, "skeleton-line"));
        lines.getStyleClass().add("found-lines");
        var shapes = new HBox(Skeleton.box(PICTURE_WIDTH, PICTURE_HEIGHT, "skeleton-poster"), lines);
        shapes.getStyleClass().addAll("found-top", "skeleton");
        return Skeleton.named(shapes, texts);
    }

    private Node failed(ApiException problem) {
        var sentence = Labels.toned(new DownloadWords(texts).problem(problem), Tone.BAD);
        sentence.setId("download-problem");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var line = new HBox(
                new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE),
                sentence,
                Buttons.quiet("download-look-again", texts.get("ui.error.retry"), model::enter));
        line.getStyleClass().add("found-problem");
        return line;
    }

    private void clear() {
        model.clear();
        field.requestFocus();
    }

    /// Takes the link that is in the clipboard.
    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null && !text.isBlank()) {
            take(text);
        }
    }

    /// Takes a link that came from elsewhere; Enter then does the rest.
    void take(String text) {
        model.take(text);
    }

    private void takeKeys() {
        field.requestFocus();
        field.end();
    }
}
