package io.medianest.desktop.request;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.CommentForm;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.request.MediaRequest;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The decisions that make sense for some requests just now, as buttons; denying asks for the reason first.
final class RequestActionsView extends VBox {
    private static final double GAP = 8;

    private final RequestDecisionsViewModel model;
    private final Function<RequestAction, Function<Integer, String>> words;
    private final String id;
    private final FlowPane buttons = new FlowPane(GAP, GAP);
    private final CommentForm denial;
    private List<MediaRequest> requests = List.of();

    /// Nothing to decide so far.
    ///
    /// @param id the buttons get it with the action
    /// @param words what a button says for so many requests
    RequestActionsView(
            String id,
            Texts texts,
            RequestDecisionsViewModel model,
            Function<RequestAction, Function<Integer, String>> words) {
        super();
        this.id = id;
        this.model = model;
        this.words = words;
        this.denial = new CommentForm(
                id + "-reason",
                new CommentForm.Words(texts.get("request.deny.prompt"), texts.get("request.deny.leave")),
                Buttons.danger(id + "-reason-send", texts.get("request.deny.send"), () -> {}),
                reason -> carryOut(RequestAction.DENY, reason));
        getStyleClass().add("request-decisions");
        getChildren().addAll(buttons, denial);
        buttons.visibleProperty().bind(denial.visibleProperty().not());
        buttons.managedProperty().bind(buttons.visibleProperty());
        model.underWay().addListener((SetChangeListener<String>) _ -> offer());
    }

    /// Shows what can be done about these.
    void show(List<MediaRequest> now) {
        boolean others = !ids(now).equals(ids(requests));
        requests = List.copyOf(now);
        if (others) {
            denial.close();
        }
        offer();
    }

    private static List<String> ids(List<MediaRequest> requests) {
        return requests.stream().map(MediaRequest::id).toList();
    }

    private void offer() {
        buttons.getChildren().clear();
        for (RequestAction action : RequestAction.values()) {
            int count = model.open(action, requests).size();
            if (count > 0) {
                buttons.getChildren().add(button(action, words.apply(action).apply(count)));
            }
        }
        boolean nothing = buttons.getChildren().isEmpty();
        setVisible(!nothing);
        setManaged(!nothing);
    }

    private Button button(RequestAction action, String text) {
        String name = id + "-" + action.name().toLowerCase(Locale.ROOT);
        return switch (action) {
            case APPROVE, RETRY -> Buttons.primary(name, text, () -> carryOut(action, ""));
            case DENY -> Buttons.danger(name, text, denial::open);
            case CANCEL -> Buttons.plain(name, text, () -> carryOut(action, ""));
        };
    }

    private void carryOut(RequestAction action, String comment) {
        model.carryOut(action, requests, comment);
    }
}
