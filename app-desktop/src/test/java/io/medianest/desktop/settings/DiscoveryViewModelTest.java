package io.medianest.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.QueuedExecutor;
import io.medianest.desktop.ui.Async;
import io.medianest.model.api.ErrorCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DiscoveryViewModelTest {
    private final FakeApi api = new FakeApi();
    private final QueuedExecutor io = new QueuedExecutor();
    private final Async async = new Async(io, Runnable::run, _ -> {});
    private final DiscoveryViewModel model = new DiscoveryViewModel(api.settings, async);

    private void runAll() {
        while (io.size() > 0) {
            io.runNext();
        }
    }

    @Test
    @DisplayName("two places that look around at the same time both come to an end")
    void both() {
        var other = new DiscoveryViewModel(api.settings, async);
        model.look();
        other.look();
        runAll();

        assertThat(model.lookingProperty().get()).isFalse();
        assertThat(other.lookingProperty().get()).isFalse();
        assertThat(model.foundProperty().get())
                .hasSize(2)
                .isEqualTo(other.foundProperty().get());
    }

    @Test
    @DisplayName("looks once at a time, and finding nothing is no trouble")
    void once() {
        api.settings.failWith(FakeApi.problem(ErrorCode.SERVICE_UNAVAILABLE));
        model.look();
        model.look();
        assertThat(io.size()).isEqualTo(1);
        runAll();

        assertThat(model.lookingProperty().get()).isFalse();
        assertThat(model.foundProperty().get()).isEmpty();
    }

    @Test
    @DisplayName("a renewal of the program for downloads is not given up for looking at it again")
    void renewal() {
        var programs = new ProgramsViewModel(api.upkeep, async);
        programs.update();
        programs.read();
        assertThat(io.size()).isEqualTo(1);
        runAll();

        assertThat(programs.busyProperty().get()).isFalse();
        assertThat(programs.toolsProperty().get()).isNotNull();
    }
}
