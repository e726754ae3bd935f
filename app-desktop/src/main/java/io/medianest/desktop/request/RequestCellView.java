package io.medianest.desktop.request;

import io.medianest.desktop.ui.Bar;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.Pill;
import io.medianest.desktop.ui.RequestWords;
import io.medianest.desktop.ui.RoundedPicture;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.request.MediaRequest;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A line of the list: tick, poster, title, who asked and when, where it stands.
final class RequestCellView extends ListCell<RequestRow> {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");

    static final double POSTER_WIDTH = 44;
    static final double POSTER_HEIGHT = 66;
    private static final double POSTER_RADIUS = 7;

    private final Texts texts;
    private final RequestWords words;
    private final Supplier<String> me;
    private final CheckBox tick = new CheckBox();
    private final RoundedPicture poster;
    private final Label title = Labels.strong("");
    private final Label year = Labels.secondary("");
    private final Label asked = Labels.secondary("");
    private final Pill standing = new Pill();
    private final Bar bar;
    private final HBox line;
    private Subscription shown = Subscription.EMPTY;
    private @Nullable String pictured;

    /// @param me gives the id of the person at the window
    RequestCellView(Texts texts, PictureStore pictures, Supplier<String> me, Consumer<RequestRow> onTick) {
        this.me = me;
        this.texts = texts;
        this.words = new RequestWords(texts);
        this.poster = new RoundedPicture(pictures, POSTER_WIDTH, POSTER_HEIGHT, POSTER_RADIUS);
        this.bar = new Bar(texts.get("request.progress"));
        tick.setFocusTraversable(false);
        tick.setOnAction(_ -> {
            RequestRow row = getItem();
            if (row != null) {
                onTick.accept(row);
            }
        });
        this.line = line();
        // Always there: a list that is laid out anew empties its cells for a moment, and a press would be lost on the
        // way.
        setGraphic(line);
        getStyleClass().add("request-cell");
    }

    private HBox line() {
        title.setMinWidth(40);
        year.setMinWidth(Region.USE_PREF_SIZE);
        var name = new HBox(title, year);
        name.getStyleClass().add("request-name");
        bar.managedProperty().bind(bar.visibleProperty());
        var middle = new VBox(name, asked, bar);
        middle.getStyleClass().add("request-middle");
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        var end = new HBox(standing);
        end.getStyleClass().add("request-standing");
        var whole = new HBox(tick, poster, middle, end);
        whole.getStyleClass().add("request-line");
        whole.setMinWidth(0);
        whole.setPrefWidth(0);
        return whole;
    }

    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        pseudoClassStateChanged(FIRST, index == 0);
    }

    @Override
    protected void updateItem(@Nullable RequestRow row, boolean empty) {
        super.updateItem(row, empty);
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        if (row == null || empty) {
            line.setVisible(false);
            poster.forget();
            pictured = null;
            return;
        }
        line.setVisible(true);
        shown = Subscription.combine(
                row.requestProperty().subscribe(this::paint),
                row.markedProperty().subscribe(tick::setSelected));
    }

    private void paint(MediaRequest request) {
        Integer released = request.year();
        title.setText(request.title());
        year.setText(released == null ? "" : released.toString());
        String who = RequestLines.asked(texts, request, me.get());
        asked.setText(who);
        standing.show(words.standing(request), words.tone(request));
        bar.setVisible(request.status().isOpen());
        bar.show(words.share(request), words.tone(request));
        tick.setId("request-tick-" + request.id());
        tick.setAccessibleText(texts.get("request.tick", request.title()));
        setId("request-" + request.id());
        setAccessibleText(String.join(", ", request.title(), words.standing(request), who));
        if (!request.id().equals(pictured)) {
            pictured = request.id();
            poster.show(request.title(), request.poster());
        }
    }
}
