package io.medianest.desktop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakePictures;
import io.medianest.desktop.FxToolkit;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.Poster;
import io.medianest.desktop.ui.PosterGrid;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import io.medianest.desktop.ui.UiThread;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Scrolls through ten thousand posters, each with a picture that is fetched and decoded, and measures what a person
/// would feel: how long each pulse of the window is after the one before, and how long the FX thread is busy in it.
class PosterScrollBenchmark {
    private static final int MANY = 10_000;
    private static final int PICTURES = 60;
    private static final int WARM_UP = 200;
    private static final int PULSES = 600;
    private static final double NANOS_A_MILLI = 1e6;

    private final byte[][] pictures = IntStream.range(0, PICTURES)
            .mapToObj(i -> new FakePictures().fetch("poster-" + i))
            .toArray(byte[][]::new);

    /// How far one pulse moves.
    ///
    /// @param points of the wheel
    private record Pace(String name, double points) {}

    @Test
    @DisplayName("ten thousand posters scroll")
    void scroll() throws InterruptedException {
        FxToolkit.start();
        for (var pace : List.of(new Pace("a person reads along", 12), new Pace("a person looks for something", 120))) {
            measure(pace);
        }
    }

    private void measure(Pace pace) throws InterruptedException {
        try (var io = Executors.newVirtualThreadPerTaskExecutor()) {
            var store = new PictureStore(
                    address -> pictures[Math.floorMod(address.hashCode(), PICTURES)],
                    io,
                    new UiThread(),
                    Thread::sleep);
            PosterGrid<Integer> grid =
                    FxToolkit.call(() -> new PosterGrid<>("grid", new Texts(Locale.UK, Clock.systemUTC()), store));
            Stage stage = FxToolkit.call(() -> open(grid));
            Pulses pulses = FxToolkit.call(() -> new Pulses(grid, pace));
            FxToolkit.run(pulses::start);
            assertThat(pulses.done.await(10, TimeUnit.MINUTES)).isTrue();
            FxToolkit.run(stage::close);
            report(pace, pulses);
        }
    }

    private static Stage open(PosterGrid<Integer> grid) {
        Theme.loadTypeface();
        List<@Nullable Poster<Integer>> posters = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            posters.add(new Poster<>(i, "Title " + i, "1927 · Drama", "/poster/" + i, null, i % 2 == 0));
        }
        grid.setItems(FXCollections.observableList(posters));
        var scene = new Scene(grid, 1440, 900);
        new Theme().dress(scene);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private static void report(Pace pace, Pulses pulses) {
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        double[] between = pulses.between();
        double[] busy = pulses.busy();
        System.out.printf(
                Locale.ROOT,
                "%s: from pulse to pulse p50 %.1f ms, p99 %.1f ms, max %.1f ms; FX thread busy p50 %.1f ms, p99 %.1f"
                        + " ms, max %.1f ms; heap %d MB%n",
                pace.name(),
                share(between, 0.5),
                share(between, 0.99),
                share(between, 1),
                share(busy, 0.5),
                share(busy, 0.99),
                share(busy, 1),
                heap >> 20);
        assertThat(share(busy, 0.99)).as("the FX thread's work in a pulse, p99").isLessThan(50);
    }

    private static double share(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * (sorted.length - 1))] / NANOS_A_MILLI;
    }

    /// Turns the wheel at each pulse, down to the end and up again, and notes the times.
    private static final class Pulses extends AnimationTimer {
        private final CountDownLatch done = new CountDownLatch(1);
        private final long[] begins = new long[WARM_UP + PULSES];
        private final long[] ends = new long[WARM_UP + PULSES];
        private final PosterGrid<Integer> grid;
        private final Pace pace;
        private int count;

        Pulses(PosterGrid<Integer> grid, Pace pace) {
            this.grid = grid;
            this.pace = pace;
            grid.getScene().addPostLayoutPulseListener(this::laidOut);
        }

        @Override
        public void handle(long now) {
            if (count == begins.length) {
                stop();
                done.countDown();
                return;
            }
            begins[count] = System.nanoTime();
            double points = count < begins.length * 2 / 3 ? -pace.points() : pace.points();
            Event.fireEvent(grid.lookup(".virtual-flow"), wheel(points));
            count++;
        }

        private void laidOut() {
            if (count > 0) {
                ends[count - 1] = System.nanoTime();
            }
        }

        private static ScrollEvent wheel(double points) {
            return new ScrollEvent(
                    ScrollEvent.SCROLL,
                    700,
                    450,
                    700,
                    450,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    0,
                    points,
                    0,
                    points,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null);
        }

        double[] between() {
            return IntStream.range(WARM_UP + 1, begins.length)
                    .mapToDouble(i -> begins[i] - begins[i - 1])
                    .sorted()
                    .toArray();
        }

        double[] busy() {
            double[] busy = IntStream.range(WARM_UP, begins.length)
                    .mapToDouble(i -> Math.max(0, ends[i] - begins[i]))
                    .toArray();
            Arrays.sort(busy);
            return busy;
        }
    }
}
