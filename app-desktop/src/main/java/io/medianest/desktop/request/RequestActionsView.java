package io.medianest.desktop.request;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.CommentForm;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.request.MediaRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The decisions that make sense for some requests just now, as buttons; denying asks for the reason first. A button
/// stays the same while requests move on, so that no press is lost on one that has just been replaced.
public final class RequestActionsView extends VBox {
    private static final double GAP = 8;

    private final RequestDecisionsViewModel model;
    private final Function<RequestAction, Function<Integer, String>> words;
    private final FlowPane row = new FlowPane(GAP, GAP);
    private final Map<RequestAction, Button> buttons = new EnumMap<>(RequestAction.class);
    private final CommentForm denial;
    private List<MediaRequest> requests = List.of();

    /// Nothing to decide so far.
    ///
    /// @param id the buttons get it with the action
    /// @param words what a button says for so many requests
    public RequestActionsView(
            String id,
            Texts texts,
            RequestDecisionsViewModel model,
            Function<RequestAction, Function<Integer, String>> words) {
        super();
        this.model = model;
        this.words = words;
        this.denial = new CommentForm(
                id + "-reason",
                new CommentForm.Words(texts.get("request.deny.prompt"), texts.get("request.deny.leave")),
                Buttons.danger(id + "-reason-send", texts.get("request.deny.send"), () -> {}),
                reason -> carryOut(RequestAction.DENY, reason));
        for (RequestAction action : RequestAction.values()) {
            buttons.put(action, button(action, id + "-" + action.name().toLowerCase(Locale.ROOT)));
        }
        row.getChildren().setAll(buttons.values());
        getStyleClass().add("request-decisions");
        getChildren().addAll(row, denial);
        row.visibleProperty().bind(denial.visibleProperty().not());
        row.managedProperty().bind(row.visibleProperty());
        managedProperty().bind(visibleProperty());
        model.underWay().addListener((SetChangeListener<String>) _ -> offer());
        offer();
    }

    private Button button(RequestAction action, String name) {
        Button button = switch (action) {
            case APPROVE, RETRY -> Buttons.primary(name, "", () -> carryOut(action, ""));
            case DENY -> Buttons.danger(name, "", this::askForReason);
            case CANCEL -> Buttons.plain(name, "", () -> carryOut(action, ""));
        };
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private void askForReason() {
        denial.open();
    }

    /// Shows what can be done about these.
    public void show(List<MediaRequest> now) {
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
        buttons.forEach((action, button) -> {
            int count = model.open(action, requests).size();
            button.setVisible(count > 0);
            if (count > 0) {
                String text = words.apply(action).apply(count);
                button.setText(text);
                button.setAccessibleText(text);
            }
        });
        if (model.open(RequestAction.DENY, requests).isEmpty()) {
            denial.close();
        }
        setVisible(buttons.values().stream().anyMatch(Button::isVisible));
    }

    private void carryOut(RequestAction action, String comment) {
        model.carryOut(action, requests, comment);
    }
}
