package io.medianest.desktop;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.EventStream;
import io.medianest.desktop.api.HttpCalls;
import io.medianest.desktop.api.HttpMediaNestApi;
import io.medianest.desktop.api.HttpReleaseSource;
import io.medianest.desktop.connect.ConnectView;
import io.medianest.desktop.connect.ConnectViewModel;
import io.medianest.desktop.launch.Doorbell;
import io.medianest.desktop.launch.EmbeddedServer;
import io.medianest.desktop.launch.RemoteServer;
import io.medianest.desktop.launch.RunningServer;
import io.medianest.desktop.launch.ServerLaunch;
import io.medianest.desktop.launch.StartFailure;
import io.medianest.desktop.launch.WindowArguments;
import io.medianest.desktop.settings.Visit;
import io.medianest.desktop.setup.SetupView;
import io.medianest.desktop.shell.ShellView;
import io.medianest.desktop.shell.StartView;
import io.medianest.desktop.shell.WindowLife;
import io.medianest.desktop.tray.TrayKind;
import io.medianest.desktop.update.UpdateSettings;
import io.medianest.desktop.update.UpdateView;
import io.medianest.desktop.update.UpdateViewModel;
import io.medianest.model.settings.FoundService;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window's time with one MediaNest: the one in this process, a demo, or another one of the house. Begins,
/// rests and vanishes on the FX thread; [#close()] ends what it opened, in reverse, from any thread.
final class WindowSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WindowSession.class);
    private static final Duration PATIENCE_WITH_START = Duration.ofSeconds(30);
    private static final Duration PATIENCE_WITH_NEWS = Duration.ofSeconds(10);

    private final Program program;
    private final Moves moves;
    private final WindowArguments arguments;
    private final Optional<Path> directory;
    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();
    private Subscription language = Subscription.EMPTY;
    private Runnable notice = () -> {};
    private Runnable giveUp = () -> {};
    private Runnable stopUpdates = () -> {};
    private @Nullable ShellView shell;
    private @Nullable StartView start;
    private volatile @Nullable ServerLaunch launch;
    private volatile boolean over;

    /// Where else the window can go. On the FX thread.
    interface Moves {
        /// Ends this session and begins another.
        void to(WindowArguments destination);

        /// What the program was started with.
        WindowArguments own();

        void quit();
    }

    /// @param shown the calm start, when the window shows it already
    WindowSession(Program program, Moves moves, WindowArguments arguments, @Nullable StartView shown) {
        this.program = program;
        this.moves = moves;
        this.arguments = arguments;
        this.start = shown;
        this.directory = EmbeddedServer.dataDirectory(arguments.server());
    }

    void begin() {
        directory.flatMap(arguments::elsewhere).ifPresentOrElse(this::visit, this::serve);
    }

    private void serve() {
        var ours = new ServerLaunch(EmbeddedServer.inThisProcess(), arguments.server(), PATIENCE_WITH_START);
        launch = ours;
        open.push(ours);
        startServer(ours);
    }

    /// Is a window of another MediaNest, once that has let it in.
    private void visit(RemoteServer remote) {
        var door = new RemoteDoor(remote, program.texts().get());
        var model = new ConnectViewModel(door, program.async(), admission -> letIn(new RemoteVisit(remote, admission)));
        giveUp = model::giveUp;
        var ways = new ConnectView.Ways(isChosen() ? this::backHome : null, moves::quit, program.browser());
        program.window()
                .show(new ConnectView(model, remote.address(), program.texts().get(), ways).create());
    }

    private void letIn(RemoteVisit visit) {
        URI server = visit.remote().address();
        if (isChosen()) {
            program.settings().rememberElsewhere(server);
        }
        openLine(RunningServer.elsewhere(server, visit.admission().token()), visit);
    }

    /// Shows the household behind it, or why that cannot be.
    ///
    /// @param visit as in [#connect]
    void openLine(RunningServer server, @Nullable RemoteVisit visit) {
        program.async()
                .run(() -> Line.to(server, program.threads().ui()))
                .then(line -> connect(line, visit), problem -> {
                    LOG.error("There is no line to {}", server.address(), problem);
                    var view = new StartView(program.texts().get());
                    view.showNoLine(
                            reason(problem), new StartView.Ways(() -> openLine(server, visit), null, moves::quit));
                    program.window().show(view.node());
                });
    }

    /// Whether a person chose this other MediaNest in the window; otherwise the program was told to.
    private boolean isChosen() {
        return arguments.remote() != null && moves.own().remote() == null;
    }

    private void backHome() {
        program.settings().forgetElsewhere();
        moves.to(moves.own());
    }

    private void startServer(ServerLaunch ours) {
        StartView view = showStart();
        program.async()
                .run(() -> started(ours))
                .then(server -> openLine(server, null), problem -> failed(view, ours, problem));
    }

    /// What people can do something about is nothing unexpected.
    private static RunningServer started(ServerLaunch ours) {
        try {
            return ours.start();
        } catch (StartFailure e) {
            throw ApiException.unexpected(e);
        }
    }

    private void failed(StartView view, ServerLaunch ours, ApiException problem) {
        LOG.error("The server could not start: {}", reason(problem), unforeseen(problem));
        if (Rehearsal.isWanted()) {
            Rehearsal.giveUp();
        }
        boolean portTaken = problem.getCause() instanceof StartFailure failure && failure.isPortTaken();
        Runnable otherPort = portTaken ? () -> moves.to(arguments.onAnyPort()) : null;
        view.showFailure(reason(problem), new StartView.Ways(() -> startAgain(view, ours), otherPort, moves::quit));
    }

    /// What people cannot do anything about is for those who mend the program.
    private static @Nullable Throwable unforeseen(ApiException problem) {
        return problem.getCause() instanceof StartFailure failure ? failure.getCause() : problem.getCause();
    }

    private void startAgain(StartView view, ServerLaunch ours) {
        view.showStarting();
        startServer(ours);
    }

    private StartView showStart() {
        StartView view = start;
        if (view == null) {
            view = new StartView(program.texts().get());
            view.showStarting();
            start = view;
            program.window().show(view.node());
        }
        return view;
    }

    private static String reason(ApiException problem) {
        return problem.getCause() instanceof StartFailure failure ? failure.sentence() : problem.message();
    }

    /// @param visit what is to be undone when this window leaves another MediaNest; null for the one in this process
    private void connect(Line line, @Nullable RemoteVisit visit) {
        if (over) {
            line.close();
            return;
        }
        open.push(line);
        EventStream events = line.events();
        HttpCalls calls = line.calls();
        var wiring = new Wiring(
                new Wiring.Outside(new HttpMediaNestApi(calls), events, calls, program.browser()),
                program.threads(),
                program.settings(),
                program.clock());
        var updates = lookForUpdates();
        wiring.stand(
                visit == null
                        ? new Wiring.Around(ways(), visited(null), this::restart, directory.orElse(null), updates)
                        : new Wiring.Around(SetupView.Ways.NONE, visited(visit), null, null, updates));
        wiring.start();
        events.start();
        var companion = opened(companion());
        if (visit == null) {
            program.window().serves(companion::place);
        }
        installation().ifPresent(own -> wiring.beginWhere(own.toString()));
        language = program.settings().languageProperty().subscribe(_ -> show(wiring, updates));
        companion.open(
                program.async(), wiring, companion.commands(program.threads().ui(), wiring, moves::quit));
        installation().ifPresent(own -> installDoorbell(own, wiring));
        wiring.openLink(String.join("\n", arguments.links()));
        if (Rehearsal.isWanted()) {
            new Rehearsal(wiring.navigator(), program.async(), moves::quit).begin();
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private Companion companion() {
        return new Companion(
                TrayKind.here(System.getProperties(), System.getenv()),
                program.window(),
                program.settings(),
                program.texts());
    }

    private Optional<Path> installation() {
        return directory.map(arguments::installation);
    }

    /// Only a MediaNest of one's own begins in other ways.
    private SetupView.Ways ways() {
        if (arguments.isDemo()) {
            return SetupView.Ways.NONE;
        }
        Optional<Runnable> demo = directory.map(own -> () -> moves.to(arguments.demo(own)));
        return new SetupView.Ways(demo.orElse(null), this::goTo);
    }

    private void restart() {
        moves.to(arguments.withoutLinks());
    }

    private void goTo(FoundService other) {
        WindowArguments.serverAt(other.address()).map(arguments::at).ifPresent(moves::to);
    }

    /// Where the window is when it is not at home, and the way out.
    private @Nullable Visit visited(@Nullable RemoteVisit visit) {
        if (visit != null) {
            return new Visit(visit.remote().address(), () -> leave(visit));
        }
        return arguments.isDemo() && !moves.own().isDemo() ? new Visit(null, this::backHome) : null;
    }

    /// Whether the other MediaNest hears of it or not, it is forgotten here.
    private void leave(RemoteVisit visit) {
        program.async().run(visit::end).then(_ -> backHome(), problem -> {
            LOG.warn("{} could not be left cleanly", visit.remote().address(), problem);
            backHome();
        });
    }

    /// A second start finds this window; without a bell it would only say that the data directory is in use.
    private void installDoorbell(Path own, Wiring wiring) {
        program.async()
                .run(() -> Doorbell.install(own, links -> program.threads().ui().execute(() -> rung(links, wiring))))
                .then(this::hang, problem -> LOG.warn("A second start will not find this window", problem));
    }

    private void hang(AutoCloseable bell) {
        open.push(bell);
        if (over) {
            closeAll();
        }
    }

    private void rung(List<String> links, Wiring wiring) {
        program.window().raise();
        wiring.openLink(String.join("\n", links));
    }

    private UpdateViewModel lookForUpdates() {
        var source = opened(new HttpReleaseSource(PATIENCE_WITH_NEWS));
        var remembered = new UpdateSettings(program.preferences(), System.getProperty("medianest.updates", ""));
        var updates = new UpdateViewModel(source, remembered, EmbeddedServer.version(), program.async());
        stopUpdates = updates::stop;
        updates.start();
        return updates;
    }

    /// Builds the screens, anew in another language.
    private void show(Wiring wiring, UpdateViewModel updates) {
        closeShell();
        var texts = program.texts().get();
        ShellView now = wiring.shell(texts);
        shell = now;
        var update = new UpdateView(updates, texts, program.browser()::open);
        notice = update::closed;
        program.window()
                .show(new WindowLife.Frame(
                        update.around(now.create()), program.settings(), texts, wiring::openDropped));
    }

    private void closeShell() {
        ShellView before = shell;
        if (before != null) {
            before.closed();
            shell = null;
        }
        notice.run();
        notice = () -> {};
    }

    /// What belongs to the FX thread ends; [#close()] is to follow.
    void rest() {
        over = true;
        giveUp.run();
        stopUpdates.run();
        language.unsubscribe();
        closeShell();
    }

    /// Rests, and shows the calm start until the next session begins.
    void vanish() {
        rest();
        program.window().servesNoMore();
        start = null;
        showStart();
    }

    /// Ends only the server, if there is one in this process.
    void endServer() {
        ServerLaunch ours = launch;
        if (ours != null) {
            ours.close();
        }
    }

    @Override
    public void close() {
        over = true;
        closeAll();
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
