package io.medianest.desktop.ui;

import io.medianest.desktop.api.ApiException;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Short notes at the lower right of what happened; they leave by themselves, on a click, or with Escape. What answers
/// to something that the person has just done comes up at once; news from elsewhere wait until there is room.
public final class Toasts extends VBox implements Notices {
    private static final int AT_MOST = 4;
    /// More than that nobody would wait for; all of it stands in the list of notifications.
    private static final int WAITING_AT_MOST = 12;

    private final Texts texts;
    private final Deque<Toast> waiting = new ArrayDeque<>();

    public Toasts(Texts texts) {
        this.texts = texts;
        setId("toasts");
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
    }

    @Override
    public void tell(Tone tone, String key, Object... arguments) {
        atOnce(tone, texts.get(key, arguments));
    }

    @Override
    public void problem(ApiException problem) {
        atOnce(Tone.BAD, texts.problem(problem));
    }

    private void atOnce(Tone tone, String text) {
        if (getChildren().size() == AT_MOST && getChildren().removeFirst() instanceof Toast oldest) {
            oldest.end();
        }
        add(Toast.sentence(tone, text, this::left));
    }

    @Override
    public void news(Tone tone, News news) {
        Toast toast = Toast.news(tone, news, texts, this::left);
        if (getChildren().size() < AT_MOST) {
            add(toast);
        } else if (waiting.size() < WAITING_AT_MOST) {
            waiting.addLast(toast);
        }
    }

    private void add(Toast toast) {
        getChildren().add(toast);
        toast.begin();
    }

    private void left(Toast toast) {
        getChildren().remove(toast);
        if (getChildren().size() < AT_MOST && !waiting.isEmpty()) {
            add(waiting.removeFirst());
        }
    }

    /// Hands the keys to the newest news that offers something to press.
    public void takeKeys() {
        for (Node toast : getChildren().reversed()) {
            Node show = toast.lookup("#toast-show");
            if (show != null) {
                show.requestFocus();
                return;
            }
        }
    }

    /// The language changes: whatever is on show is forgotten.
    public void close() {
        getChildren().forEach(node -> {
            if (node instanceof Toast toast) {
                toast.end();
            }
        });
        getChildren().clear();
        waiting.clear();
    }
}
