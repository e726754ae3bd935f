package io.medianest.desktop.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.settings.DiscoveryViewModel;
import io.medianest.desktop.settings.SettingsModel;
import io.medianest.desktop.ui.Async;
import io.medianest.model.settings.FoundKind;
import io.medianest.model.settings.FoundService;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SetupViewModelTest {
    private final FakeApi api = new FakeApi();
    private final Async async = new Async(Runnable::run, Runnable::run, _ -> {});
    private final AtomicInteger finished = new AtomicInteger();
    private final SetupViewModel model = new SetupViewModel(
            new SettingsModel(api.settings, async, Clock.fixed(FakeApi.NOW, ZoneOffset.UTC)),
            new DiscoveryViewModel(api.settings, async),
            finished::incrementAndGet);

    @Test
    @DisplayName("three steps lead on and back, and the last one out")
    void steps() {
        model.opened();
        model.back();
        assertThat(model.stepProperty().get()).isEqualTo(SetupStep.SERVICES);
        model.next();
        model.next();
        assertThat(model.isLast()).isTrue();
        model.back();
        assertThat(model.stepProperty().get()).isEqualTo(SetupStep.DOWNLOADS);
        model.next();
        model.next();
        assertThat(finished).hasValue(1);

        model.opened();
        assertThat(model.isFirst()).isTrue();
        model.finish();
        assertThat(finished).hasValue(2);
    }

    @Test
    @DisplayName("the house is looked through at once, and other MediaNests are offered")
    void others() {
        var other = new FoundService(FoundKind.MEDIANEST, "MediaNest on nas", "http://192.168.1.9:4000", "0.1.0");
        api.settings.house.add(other);
        model.opened();
        assertThat(model.others()).containsExactly(other);
    }

    @Test
    @DisplayName("a demo has no first time; a server of which nothing is set has")
    void firstTime() {
        var begun = new AtomicInteger();
        new FirstRun(api, async).check(begun::incrementAndGet);
        assertThat(begun).as("a demo").hasValue(0);
        assertThat(api.settings.calls).isEmpty();

        api.demo = false;
        new FirstRun(api, async).check(begun::incrementAndGet);
        assertThat(begun).as("nothing is set").hasValue(1);

        api.settings.set("plex.url", "http://192.168.1.5:32400");
        new FirstRun(api, async).check(begun::incrementAndGet);
        assertThat(begun).as("somebody knows the way").hasValue(1);
    }
}
