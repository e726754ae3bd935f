package io.medianest.desktop.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.SampleRequests;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestPanelViewModelTest {
    private final FakeApi api = new FakeApi();
    private final RequestPanelViewModel model = new RequestPanelViewModel(
            api, new Async(Runnable::run, Runnable::run, _ -> {}), Clock.fixed(FakeApi.NOW, ZoneOffset.UTC));
    private final MediaRequest request = SampleRequests.request(2, RequestStatus.APPROVED, RequestStage.DOWNLOADING);

    private long readings() {
        return api.calls.stream().filter(call -> call.equals("request r2")).count();
    }

    @Test
    @DisplayName("a selected request shows its history, and nothing when none is selected")
    void shows() {
        api.keep(request);
        model.show(request);
        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Content.class);
        model.show(null);
        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Empty.class);
        assertThat(model.requestProperty().get()).isNull();
    }

    @Test
    @DisplayName("progress is shown without asking again; a step forward reads the history")
    void progressAndSteps() {
        api.keep(request);
        model.show(request);
        MediaRequest further = SampleRequests.with(request, 70, null, null);
        model.changed(further);
        assertThat(model.requestProperty().get()).isEqualTo(further);
        assertThat(readings()).isEqualTo(1);

        MediaRequest done = FakeApi.with(further, RequestStatus.AVAILABLE, RequestStage.DONE);
        api.keep(done);
        model.changed(done);
        assertThat(readings()).isEqualTo(2);
    }

    @Test
    @DisplayName("other requests and older versions leave it alone")
    void leftAlone() {
        api.keep(request);
        model.show(request);
        model.changed(SampleRequests.pending(9));
        model.changed(SampleRequests.with(request, 70, null, null));
        model.changed(request);
        assertThat(model.requestProperty().get().progress()).isEqualTo(70);
        assertThat(readings()).isEqualTo(1);
    }

    @Test
    @DisplayName("a history that cannot be read says so and can be read again")
    void failure() {
        api.failWith(FakeApi.problem(ErrorCode.INTERNAL_ERROR));
        model.show(request);
        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Failed.class);
        api.failWith(null);
        api.keep(request);
        model.refresh();
        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Content.class);
    }
}
