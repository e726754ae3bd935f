package io.medianest.desktop;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.EventStream;
import io.medianest.desktop.api.HttpCalls;
import io.medianest.desktop.api.HttpMediaNestApi;
import io.medianest.desktop.api.ServerConnection;
import io.medianest.desktop.launch.EmbeddedServer;
import io.medianest.desktop.launch.RunningServer;
import io.medianest.desktop.launch.ServerLaunch;
import io.medianest.desktop.launch.StartFailure;
import io.medianest.desktop.shell.LocalSettings;
import io.medianest.desktop.shell.ShellView;
import io.medianest.desktop.shell.StartView;
import io.medianest.desktop.shell.WindowPlace;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Logo;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import io.medianest.desktop.ui.UiThread;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.prefs.Preferences;
import javafx.application.Application;
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
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
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
        stage.show();
        var launch =
                new ServerLaunch(EmbeddedServer.inThisProcess(), getParameters().getRaw(), PATIENCE_WITH_START);
        open.push(launch);
        // A process that is told to end, at logout for example, never comes to stop().
        Runtime.getRuntime().addShutdownHook(new Thread(launch::close, "end of the server"));
        startServer(launch, scene, start);
    }

    private void startServer(ServerLaunch launch, Scene scene, StartView start) {
        start.showStarting();
        async.run(launch::start).then(server -> connect(server, scene), problem -> {
            String reason = reason(problem);
            LOG.error("The server could not start: {}", reason, problem);
            start.showFailure(reason, () -> startServer(launch, scene, start), stageCloser(scene));
        });
    }

    private static Runnable stageCloser(Scene scene) {
        return () -> scene.getWindow().hide();
    }

    private static String reason(ApiException problem) {
        return problem.getCause() instanceof StartFailure failure ? failure.sentence() : problem.message();
    }

    private void connect(RunningServer server, Scene scene) {
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
        settings.languageProperty().subscribe(_ -> show(wiring, scene));
    }

    /// Builds the screens, anew in another language.
    private void show(Wiring wiring, Scene scene) {
        ShellView before = shell;
        if (before != null) {
            before.closed();
        }
        ShellView now = wiring.shell(texts());
        shell = now;
        scene.setRoot(now.create());
    }

    private Texts texts() {
        return new Texts(Texts.language(settings.languageProperty().get()), clock);
    }

    @Override
    public void stop() {
        while (!open.isEmpty()) {
            close(open.pop());
        }
        // Without an interrupt: whatever still waits does so on threads that keep no process alive.
        io.shutdown();
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("Could not close {} cleanly", part.getClass().getSimpleName(), e);
        }
    }
}
