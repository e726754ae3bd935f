package io.medianest.desktop.home;

import io.medianest.desktop.shell.Navigator;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Screen;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.dashboard.DashboardStats;
import io.medianest.model.download.Download;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import java.text.NumberFormat;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The numbers of the household, each with its word and what it means just now.
final class CountersView extends HBox {
    private static final String NOT_KNOWN = "–";
    /// The same for all, so that they grow to the same width.
    private static final double EQUAL = 120;

    private final Texts texts;
    private final Counter open;
    private final Counter downloads;
    private final Counter library;
    private final Counter services;

    /// A number on a tile.
    private record Counter(TileView tile, String name, Label number, Label meaning) {
        void show(String value, String words, Tone tone) {
            number.setText(value);
            meaning.setText(words);
            meaning.getStyleClass().setAll("label", "toned", tone.style());
            tile.setAccessibleText(String.join(", ", name, value, words));
        }
    }

    CountersView(HomeViewModel model, Texts texts, Navigator navigator) {
        super();
        this.texts = texts;
        Runnable toRequests = () -> navigator.go(new Route.Requests(null));
        this.open = counter("open", toRequests);
        this.downloads = counter("downloads", () -> navigator.go(new Route.Downloads(null)));
        this.library = counter("library", () -> navigator.go(new Route.Library(null)));
        this.services = counter("services", () -> navigator.go(new Route.Status()));
        getStyleClass().add("counters");
        model.requests().screenProperty().subscribe(this::showRequests);
        model.downloads().screenProperty().subscribe(this::showDownloads);
        model.glance().screenProperty().subscribe(this::showLibrary);
        model.services().screenProperty().subscribe(this::showServices);
    }

    private Counter counter(String name, Runnable action) {
        String word = texts.get("home.counter." + name);
        var number = Labels.styled(NOT_KNOWN, "number");
        var meaning = Labels.toned("", Tone.NEUTRAL);
        var lines = new VBox(Labels.secondary(word), number, meaning);
        lines.getStyleClass().add("counter-lines");
        var tile = new TileView("counter-" + name, lines, action);
        tile.getStyleClass().addAll("card", "counter");
        tile.setPrefWidth(EQUAL);
        HBox.setHgrow(tile, Priority.ALWAYS);
        getChildren().add(tile);
        return new Counter(tile, word, number, meaning);
    }

    private void showRequests(Screen<OpenRequests> screen) {
        if (!(screen instanceof Screen.Content<OpenRequests>(OpenRequests requests, var _))) {
            return;
        }
        Counters now = requests.counters();
        if (now.waiting() > 0) {
            open.show(number(now.open()), texts.get("home.counter.waiting", now.waiting()), Tone.WAITING);
        } else if (now.downloading() > 0) {
            open.show(number(now.open()), texts.get("home.counter.downloading", now.downloading()), Tone.ACCENT);
        } else {
            open.show(number(now.open()), texts.get("home.counter.open.words", now.open()), Tone.NEUTRAL);
        }
    }

    private void showDownloads(Screen<List<Download>> screen) {
        if (!(screen instanceof Screen.Content<List<Download>>(List<Download> running, var _))) {
            return;
        }
        OptionalLong left = running.stream()
                .map(Download::etaSeconds)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max();
        String words = left.isPresent()
                ? DownloadTime.left(texts, left.getAsLong())
                : texts.get("home.counter.downloads.words", running.size());
        downloads.show(number(running.size()), words, Tone.NEUTRAL);
    }

    private void showLibrary(Screen<DashboardStats> screen) {
        if (!(screen instanceof Screen.Content<DashboardStats>(DashboardStats stats, var _))) {
            return;
        }
        long week = stats.summary().libraryThisWeek();
        library.show(
                number(stats.summary().librarySize()),
                texts.get("home.counter.library.words", week),
                week > 0 ? Tone.GOOD : Tone.NEUTRAL);
    }

    private void showServices(Screen<List<ServiceStatus>> screen) {
        if (!(screen instanceof Screen.Content<List<ServiceStatus>>(List<ServiceStatus> all, var _))) {
            return;
        }
        List<ServiceStatus> configured =
                all.stream().filter(ServiceStatus::configured).toList();
        long online = count(configured, ServiceState.ONLINE);
        long down = count(configured, ServiceState.OFFLINE);
        long slow = count(configured, ServiceState.DEGRADED);
        services.show(
                texts.get("home.counter.of", online, configured.size()),
                texts.get(words(down, slow), down > 0 ? down : slow),
                tone(down, slow));
    }

    private static long count(List<ServiceStatus> services, ServiceState state) {
        return services.stream().filter(service -> service.status() == state).count();
    }

    private static String words(long down, long slow) {
        if (down > 0) {
            return "home.counter.down";
        }
        return slow > 0 ? "home.counter.slow" : "home.counter.well";
    }

    private static Tone tone(long down, long slow) {
        if (down > 0) {
            return Tone.BAD;
        }
        return slow > 0 ? Tone.WAITING : Tone.GOOD;
    }

    private String number(long count) {
        return NumberFormat.getIntegerInstance(texts.locale()).format(count);
    }
}
