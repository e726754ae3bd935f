package io.medianest.desktop.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.FxToolkit;
import io.medianest.desktop.QueuedExecutor;
import io.medianest.desktop.SampleRequests;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestActionsViewTest {
    private final FakeApi api = new FakeApi();
    private final QueuedExecutor io = new QueuedExecutor();
    private final RequestDecisionsViewModel model = new RequestDecisionsViewModel(
            api,
            new Async(io, Runnable::run, _ -> {}),
            new FakeNotices(),
            new SimpleObjectProperty<>(api.user()),
            _ -> {});
    private final RequestActionsView view = FxToolkit.call(() -> new RequestActionsView(
            "x", new Texts(Locale.ENGLISH, Clock.systemUTC()), model, action -> _ -> action.name()));

    private static MediaRequest wish(RequestStatus status, RequestStage stage) {
        return SampleRequests.by("usr_2", "Mia", 5, status, stage);
    }

    private Button button(String id) {
        return FxToolkit.call(() -> (Button) view.lookup("#" + id));
    }

    private List<String> offered() {
        return FxToolkit.call(() -> view.lookupAll(".mn-button").stream()
                .filter(node -> node.isVisible()
                        && node.getParent().isVisible()
                        && node.getParent().getParent().isVisible())
                .map(Node::getId)
                .toList());
    }

    @Test
    @DisplayName("a button that is being pressed stays the same while news of the request come in")
    void stays() {
        FxToolkit.run(() -> view.show(List.of(wish(RequestStatus.PENDING, RequestStage.QUEUED))));
        Button approve = button("x-approve");
        assertThat(offered()).containsExactly("x-approve", "x-deny");

        FxToolkit.run(() -> {
            approve.arm();
            view.show(List.of(wish(RequestStatus.PENDING, RequestStage.QUEUED)));
        });
        assertThat(button("x-approve")).isSameAs(approve);
        assertThat(approve.isArmed()).isTrue();
    }

    @Test
    @DisplayName("nothing is offered while a decision is on its way, and what makes sense when it failed")
    void underWay() {
        api.keep(wish(RequestStatus.PENDING, RequestStage.QUEUED));
        FxToolkit.run(() -> view.show(List.of(wish(RequestStatus.PENDING, RequestStage.QUEUED))));
        Button approve = button("x-approve");
        FxToolkit.run(approve::fire);
        assertThat(FxToolkit.call(view::isVisible)).isFalse();

        api.failWith(FakeApi.problem(ErrorCode.SERVICE_UNAVAILABLE));
        FxToolkit.run(io::runNext);
        assertThat(offered()).containsExactly("x-approve", "x-deny");
    }
}
