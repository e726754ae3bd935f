package io.medianest.desktop;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.EventStream;
import io.medianest.desktop.api.HttpCalls;
import io.medianest.desktop.api.HttpMediaNestApi;
import io.medianest.desktop.api.ServerConnection;
import io.medianest.desktop.launch.Doorbell;
import io.medianest.desktop.launch.EmbeddedServer;
import io.medianest.desktop.launch.RunningServer;
import io.medianest.desktop.launch.ServerLaunch;
import io.medianest.desktop.launch.StartFailure;
import io.medianest.desktop.launch.WindowArguments;
import io.medianest.desktop.shell.CrashView;
import io.medianest.desktop.shell.Crashes;
import io.medianest.desktop.shell.LocalSettings;
import io.medianest.desktop.shell.ShellView;
import io.medianest.desktop.shell.StartView;
import io.medianest.desktop.shell.WindowLife;
import io.medianest.desktop.shell.WindowPlace;
import io.medianest.desktop.tray.TrayKind;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Logo;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import io.medianest.desktop.ui.UiThread;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window's life: at once a calm start, then the server in this process, then the screens; all closed in reverse.
public final class DesktopApp extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopApp.class);
    private static final Duration PATIENCE_WITH_START = Duration.ofSeconds(30);
    private static final int[] ICON_SIZES = {16, 32, 48, 128, 256};

    private final Clock clock = Clock.system(ZoneId.systemDefault());
    private final UiThread ui = new UiThread();
    private final ExecutorService io = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("window-", 0).factory());
    private final Async async = new Async(io, ui, Thread::sleep);
    private final LocalSettings settings =
            new LocalSettings(Preferences.userRoot().node("io/medianest/desktop"));
    private final WindowPlace place = new WindowPlace(settings);
    private final Theme theme = new Theme();
    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();
    private @Nullable ShellView shell;

    @Override
    public void start(Stage stage) {
        Theme.loadTypeface();
        theme.choiceProperty().bind(settings.themeProperty());
        var start = new StartView(texts());
        var scene = new Scene(start.node());
        theme.dress(scene);
        stage.setTitle("MediaNest");
        for (int size : ICON_SIZES) {
            stage.getIcons().add(Logo.image(size));
        }
        stage.setScene(scene);
        place.restore(stage);
        stage.setOnHiding(_ -> place.remember(stage));
        // A hidden window is no ended program: it may come back from the tray.
        Platform.setImplicitExit(false);
        var arguments = WindowArguments.read(getParameters().getRaw());
        var window = new Window(stage, new WindowLife(stage, settings, this::quit), start, arguments);
        catchCrashes(window);
        stage.show();
        var launch = new ServerLaunch(EmbeddedServer.inThisProcess(), arguments.server(), PATIENCE_WITH_START);
        open.push(launch);
        // A process that is told to end, at logout for example, never comes to stop().
        Runtime.getRuntime().addShutdownHook(new Thread(launch::close, "end of the server"));
        startServer(launch, window);
    }

    /// What belongs to the one window.
    private record Window(Stage stage, WindowLife life, StartView start, WindowArguments arguments) {
        Optional<Path> directory() {
            return EmbeddedServer.dataDirectory(arguments.server());
        }
    }

    private void catchCrashes(Window window) {
        var logs = window.directory().map(directory -> directory.resolve("logs"));
        var holder = new Crashes[1];
        var crashes = new Crashes(
                ui,
                crash -> new CrashView(
                                texts(),
                                theme,
                                logs,
                                path -> getHostServices()
                                        .showDocument(path.toUri().toString()))
                        .show(crash, () -> holder[0].closed()),
                System::nanoTime);
        holder[0] = crashes;
        Thread.currentThread().setUncaughtExceptionHandler(crashes);
    }

    private void startServer(ServerLaunch launch, Window window) {
        window.start().showStarting();
        async.run(launch::start).then(server -> connect(server, window), problem -> {
            String reason = reason(problem);
            LOG.error("The server could not start: {}", reason, problem);
            window.start().showFailure(reason, () -> startServer(launch, window), this::quit);
        });
    }

    private static String reason(ApiException problem) {
        return problem.getCause() instanceof StartFailure failure ? failure.sentence() : problem.message();
    }

    private void connect(RunningServer server, Window window) {
        var connection = new ServerConnection(server.address(), server.credential());
        var calls = new HttpCalls(connection);
        open.push(calls);
        var events = new EventStream(connection, ui);
        open.push(events);
        var wiring = new Wiring(
                new Wiring.Outside(new HttpMediaNestApi(calls), events, calls, getHostServices()::showDocument),
                new Wiring.Threads(io, ui, Thread::sleep),
                settings,
                clock);
        wiring.start();
        events.start();
        var companion = new Companion(
                TrayKind.here(System.getProperties(), System.getenv()), window.life(), settings, this::texts);
        open.push(companion);
        window.life().serves(companion::place);
        window.directory().ifPresent(directory -> wiring.beginWhere(directory.toString()));
        settings.languageProperty().subscribe(_ -> show(wiring, window.stage().getScene()));
        companion.open(async, wiring, companion.commands(ui, wiring, this::quit));
        window.directory().ifPresent(directory -> installDoorbell(directory, wiring, window.life()));
        window.arguments().links().forEach(wiring::openLink);
    }

    /// A second start finds this window; without a bell it would only say that the data directory is in use.
    private void installDoorbell(Path directory, Wiring wiring, WindowLife life) {
        async.run(() -> Doorbell.install(directory, links -> ui.execute(() -> rung(links, wiring, life))))
                .then(open::push, problem -> LOG.warn("A second start will not find this window", problem));
    }

    private static void rung(List<String> links, Wiring wiring, WindowLife life) {
        life.raise();
        links.forEach(wiring::openLink);
    }

    /// Builds the screens, anew in another language.
    private void show(Wiring wiring, Scene scene) {
        ShellView before = shell;
        if (before != null) {
            before.closed();
        }
        Texts texts = texts();
        ShellView now = wiring.shell(texts);
        shell = now;
        scene.setRoot(new WindowLife.Frame(now.create(), settings, texts, wiring::openLink));
    }

    private Texts texts() {
        return new Texts(Texts.language(settings.languageProperty().get()), clock);
    }

    /// Ends the program: the window goes at once, then what is being written is finished, then the server ends.
    /// Downloads
    /// go on at the next start.
    private void quit() {
        Stage.getWindows().stream().toList().forEach(javafx.stage.Window::hide);
        Thread.ofPlatform().name("end of the program").start(() -> {
            closeAll();
            ui.execute(Platform::exit);
        });
    }

    @Override
    public void stop() {
        closeAll();
        // Without an interrupt: whatever still waits does so on threads that keep no process alive.
        io.shutdown();
    }

    private void closeAll() {
        for (AutoCloseable part = open.poll(); part != null; part = open.poll()) {
            close(part);
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("Could not close {} cleanly", part.getClass().getSimpleName(), e);
        }
    }
}
