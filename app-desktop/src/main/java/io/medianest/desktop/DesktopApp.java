package io.medianest.desktop;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.EventStream;
import io.medianest.desktop.api.HttpCalls;
import io.medianest.desktop.api.HttpMediaNestApi;
import io.medianest.desktop.api.HttpReleaseSource;
import io.medianest.desktop.api.ServerConnection;
import io.medianest.desktop.connect.ConnectView;
import io.medianest.desktop.connect.ConnectViewModel;
import io.medianest.desktop.launch.Doorbell;
import io.medianest.desktop.launch.EmbeddedServer;
import io.medianest.desktop.launch.FirstFrame;
import io.medianest.desktop.launch.RemoteServer;
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
import io.medianest.desktop.ui.Languages;
import io.medianest.desktop.ui.Logo;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import io.medianest.desktop.ui.UiThread;
import io.medianest.desktop.update.UpdateSettings;
import io.medianest.desktop.update.UpdateView;
import io.medianest.desktop.update.UpdateViewModel;
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
    private static final Duration PATIENCE_WITH_NEWS = Duration.ofSeconds(10);
    private static final int[] ICON_SIZES = {16, 32, 48, 128, 256};

    private final Clock clock = Clock.system(ZoneId.systemDefault());
    private final UiThread ui = new UiThread();
    private final ExecutorService io = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("window-", 0).factory());
    private final Async async = new Async(io, ui, Thread::sleep);
    private final Preferences preferences = Preferences.userRoot().node("io/medianest/desktop");
    private final LocalSettings settings = new LocalSettings(preferences);
    private final WindowPlace place = new WindowPlace(settings);
    private final Theme theme = new Theme();
    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();
    private WindowArguments arguments = new WindowArguments(List.of(), List.of(), null);
    private Optional<Path> directory = Optional.empty();
    private Languages languages = Languages.BUILT_IN;
    private @Nullable ShellView shell;
    private Runnable notice = () -> {};

    /// What has to be read from the disk, away from the FX thread.
    @Override
    public void init() {
        arguments = WindowArguments.read(getParameters().getRaw());
        directory = EmbeddedServer.dataDirectory(arguments.server());
        languages =
                directory.map(data -> Languages.in(data.resolve("languages"))).orElse(Languages.BUILT_IN);
    }

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
        var window = new Window(stage, new WindowLife(stage, settings, this::quit), start);
        catchCrashes();
        stage.show();
        new FirstFrame().start();
        directory.flatMap(arguments::elsewhere).ifPresentOrElse(remote -> visit(remote, window), () -> serve(window));
    }

    private void serve(Window window) {
        var launch = new ServerLaunch(EmbeddedServer.inThisProcess(), arguments.server(), PATIENCE_WITH_START);
        open.push(launch);
        // A process that is told to end, at logout for example, never comes to stop().
        Runtime.getRuntime().addShutdownHook(new Thread(launch::close, "end of the server"));
        startServer(launch, window);
    }

    /// What belongs to the one window.
    private record Window(Stage stage, WindowLife life, StartView start) {}

    private void catchCrashes() {
        var logs = directory.map(data -> data.resolve("logs"));
        Thread.currentThread()
                .setUncaughtExceptionHandler(new Crashes(
                        ui,
                        (crash, onClose) -> new CrashView(texts(), theme, logs, this::open).show(crash, onClose),
                        System::nanoTime));
    }

    private void open(Path folder) {
        getHostServices().showDocument(folder.toUri().toString());
    }

    /// Is a window of another MediaNest, once that has let it in.
    private void visit(RemoteServer remote, Window window) {
        var model = new ConnectViewModel(
                new RemoteDoor(remote),
                async,
                token -> connect(RunningServer.elsewhere(remote.address(), token), window));
        window.stage().getScene().setRoot(new ConnectView(model, remote.address(), texts(), this::quit).create());
    }

    private void startServer(ServerLaunch launch, Window window) {
        window.start().showStarting();
        async.run(launch::start).then(server -> connect(server, window), problem -> {
            String reason = reason(problem);
            LOG.error("The server could not start: {}", reason, problem);
            if (Rehearsal.isWanted()) {
                Rehearsal.giveUp();
            }
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
        if (arguments.remote() == null) {
            window.life().serves(companion::place);
        }
        Optional<Path> installation = directory.map(arguments::installation);
        installation.ifPresent(own -> wiring.beginWhere(own.toString()));
        var updates = lookForUpdates();
        wiring.tellOfVersions(updates);
        settings.languageProperty()
                .subscribe(_ -> show(wiring, updates, window.stage().getScene()));
        companion.open(async, wiring, companion.commands(ui, wiring, this::quit));
        installation.ifPresent(own -> installDoorbell(own, wiring, window.life()));
        arguments.links().forEach(wiring::openLink);
        if (Rehearsal.isWanted()) {
            new Rehearsal(wiring.navigator(), async, this::quit).begin();
        }
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

    private UpdateViewModel lookForUpdates() {
        var source = new HttpReleaseSource(PATIENCE_WITH_NEWS);
        open.push(source);
        var remembered = new UpdateSettings(preferences, System.getProperty("medianest.updates", ""));
        var updates = new UpdateViewModel(source, remembered, Build.version(), async);
        open.push(updates::stop);
        updates.start();
        return updates;
    }

    /// Builds the screens, anew in another language.
    private void show(Wiring wiring, UpdateViewModel updates, Scene scene) {
        ShellView before = shell;
        if (before != null) {
            before.closed();
        }
        notice.run();
        Texts texts = texts();
        ShellView now = wiring.shell(texts);
        shell = now;
        var update = new UpdateView(updates, texts, getHostServices()::showDocument);
        notice = update::closed;
        scene.setRoot(new WindowLife.Frame(update.around(now.create()), settings, texts, wiring::openLink));
    }

    private Texts texts() {
        return new Texts(languages.locale(settings.languageProperty().get()), clock, languages);
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
