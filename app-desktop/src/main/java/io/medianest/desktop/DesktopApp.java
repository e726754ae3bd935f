package io.medianest.desktop;

import io.medianest.desktop.launch.EmbeddedServer;
import io.medianest.desktop.launch.FirstFrame;
import io.medianest.desktop.launch.WindowArguments;
import io.medianest.desktop.shell.CrashView;
import io.medianest.desktop.shell.Crashes;
import io.medianest.desktop.shell.LocalSettings;
import io.medianest.desktop.shell.StartView;
import io.medianest.desktop.shell.WindowLife;
import io.medianest.desktop.shell.WindowPlace;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Languages;
import io.medianest.desktop.ui.LogoPixels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import io.medianest.desktop.ui.UiThread;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window's life: at once a calm start, then a [WindowSession] with a MediaNest, or one after the other; at the end
/// all is closed in reverse.
public final class DesktopApp extends Application implements WindowSession.Moves {
    private static final int[] ICON_SIZES = {16, 32, 48, 128, 256};
    private static final Duration PATIENCE_WITH_FRAME = Duration.ofSeconds(1);

    private final Clock clock = Clock.system(ZoneId.systemDefault());
    private final UiThread ui = new UiThread();
    private final ExecutorService io = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("window-", 0).factory());
    private final Async async = new Async(io, ui, Thread::sleep);
    private final Preferences preferences = Preferences.userRoot().node("io/medianest/desktop");
    private final LocalSettings settings = new LocalSettings(preferences);
    private final WindowPlace place = new WindowPlace(settings);
    private final Theme theme = new Theme();
    private WindowArguments arguments = new WindowArguments(List.of(), List.of(), null);
    private Optional<Path> directory = Optional.empty();
    private Languages languages = Languages.BUILT_IN;
    private @Nullable Program program;
    private volatile @Nullable WindowSession session;

    /// What has to be read from the disk, away from the FX thread.
    @Override
    public void init() {
        arguments = WindowArguments.read(getParameters().getRaw());
        directory = EmbeddedServer.dataDirectory(arguments.server());
        languages =
                directory.map(data -> Languages.in(data.resolve("languages"))).orElse(Languages.BUILT_IN);
        Theme.loadTypeface();
    }

    @Override
    public void start(Stage stage) {
        theme.choiceProperty().bind(settings.themeProperty());
        var first = new StartView(texts());
        first.showStarting();
        var scene = new Scene(first.node());
        theme.dress(scene);
        stage.setTitle("MediaNest");
        stage.setScene(scene);
        place.restore(stage);
        stage.setOnHiding(_ -> place.remember(stage));
        // A hidden window is no ended program: it may come back from the tray.
        Platform.setImplicitExit(false);
        catchCrashes();
        stage.show();
        var life = new WindowLife(stage, settings, this::quit);
        program = new Program(
                life,
                new Wiring.Threads(io, ui, Thread::sleep),
                async,
                settings,
                preferences,
                clock,
                this::texts,
                getHostServices()::showDocument);
        // A process that is told to end, at logout for example, never comes to stop().
        Runtime.getRuntime().addShutdownHook(new Thread(this::endServer, "end of the server"));
        new FirstFrame(() -> {
                    beginHere(first);
                    drawIcons(stage);
                })
                .start();
        // There are no frames while a display sleeps.
        async.latest(this, PATIENCE_WITH_FRAME, () -> first).then(this::beginHere, _ -> beginHere(first));
    }

    /// Once: the server would take from the first frame what it needs of the processor.
    private void beginHere(StartView shown) {
        if (session == null) {
            begin(
                    arguments.remote() == null
                            ? settings.elsewhere().map(arguments::at).orElse(arguments)
                            : arguments,
                    shown);
        }
    }

    /// Takes a while, for which nobody should have to wait to see the window.
    private static void drawIcons(Stage stage) {
        for (int size : ICON_SIZES) {
            stage.getIcons().add(LogoPixels.image(size));
        }
    }

    private void begin(WindowArguments destination) {
        begin(destination, null);
    }

    private void begin(WindowArguments destination, @Nullable StartView shown) {
        Program shared = program;
        if (shared != null) {
            var next = new WindowSession(shared, this, destination, shown);
            session = next;
            next.begin();
        }
    }

    @Override
    public void to(WindowArguments destination) {
        WindowSession before = session;
        if (before == null) {
            begin(destination);
            return;
        }
        before.vanish();
        async.run(() -> {
                    before.close();
                    return destination;
                })
                .then(this::begin, _ -> begin(destination));
    }

    @Override
    public WindowArguments own() {
        return arguments;
    }

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

    private Texts texts() {
        return new Texts(languages.locale(settings.languageProperty().get()), clock, languages);
    }

    /// The window goes at once, then what is being written is finished, then the server ends. Downloads go on at the
    /// next start.
    @Override
    public void quit() {
        Stage.getWindows().stream().toList().forEach(javafx.stage.Window::hide);
        restSession();
        Thread.ofPlatform().name("end of the program").start(() -> {
            closeSession();
            ui.execute(Platform::exit);
        });
    }

    @Override
    public void stop() {
        restSession();
        closeSession();
        // Without an interrupt: whatever still waits does so on threads that keep no process alive.
        io.shutdown();
    }

    private void restSession() {
        // Nothing begins any more.
        program = null;
        WindowSession last = session;
        if (last != null) {
            last.rest();
        }
    }

    private void closeSession() {
        WindowSession last = session;
        if (last != null) {
            last.close();
        }
    }

    private void endServer() {
        WindowSession last = session;
        if (last != null) {
            last.endServer();
        }
    }
}
