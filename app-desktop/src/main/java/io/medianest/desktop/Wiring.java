package io.medianest.desktop;

import io.medianest.desktop.api.Connection;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.LiveBoard;
import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.api.PictureSource;
import io.medianest.desktop.device.DevicesView;
import io.medianest.desktop.device.DevicesViewModel;
import io.medianest.desktop.download.DeskView;
import io.medianest.desktop.download.DownloadsView;
import io.medianest.desktop.download.DownloadsViewModel;
import io.medianest.desktop.download.NewDownloadViewModel;
import io.medianest.desktop.download.ToolsViewModel;
import io.medianest.desktop.home.HomeView;
import io.medianest.desktop.home.HomeViewModel;
import io.medianest.desktop.library.LibraryView;
import io.medianest.desktop.library.LibraryViewModel;
import io.medianest.desktop.notification.Announcer;
import io.medianest.desktop.notification.NewsViewModel;
import io.medianest.desktop.notification.NotificationsView;
import io.medianest.desktop.notification.NotificationsViewModel;
import io.medianest.desktop.request.RequestListView;
import io.medianest.desktop.request.RequestListViewModel;
import io.medianest.desktop.search.Browser;
import io.medianest.desktop.search.CatalogueWay;
import io.medianest.desktop.search.DetailsView;
import io.medianest.desktop.search.DetailsViewModel;
import io.medianest.desktop.search.SearchView;
import io.medianest.desktop.search.SearchViewModel;
import io.medianest.desktop.settings.SettingsSection;
import io.medianest.desktop.settings.Visit;
import io.medianest.desktop.setup.FirstRun;
import io.medianest.desktop.setup.SetupView;
import io.medianest.desktop.shell.Links;
import io.medianest.desktop.shell.LocalSettings;
import io.medianest.desktop.shell.Navigator;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.shell.Screens;
import io.medianest.desktop.shell.ShellView;
import io.medianest.desktop.shell.ShellViewModel;
import io.medianest.desktop.status.StatusView;
import io.medianest.desktop.status.StatusViewModel;
import io.medianest.desktop.tray.TrayViewModel;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Toasts;
import io.medianest.desktop.ui.Tone;
import io.medianest.desktop.update.UpdateViewModel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The only place that builds the window's collaborators: one line a screen. Belongs to the FX thread.
public final class Wiring {
    private final Outside outside;
    private final Threads threads;
    private final LocalSettings settings;
    private final Clock clock;
    private final Async async;
    private final LiveBoard board = new LiveBoard();
    private final Navigator navigator = new Navigator(new Route.Home());
    private final PictureStore pictures;
    private final ShellViewModel shell;
    private Around around = Around.NOTHING;
    private final DevicesViewModel devices;
    private final NewsViewModel news;
    private final TrayViewModel tray;
    private final ObjectProperty<@Nullable SettingsSection> section = new SimpleObjectProperty<>();
    private final StringProperty link = new SimpleStringProperty("");
    private Subscription takingLinks = Subscription.EMPTY;
    private @Nullable NewDownloadViewModel wished;
    private @Nullable Notices notices;

    /// What the window reaches the world with.
    public record Outside(MediaNestApi api, Events events, PictureSource pictures, Browser browser) {}

    /// The threads of the window.
    ///
    /// @param io for work that waits
    /// @param ui the FX thread
    public record Threads(Executor io, Executor ui, Async.Pause pause) {}

    public Wiring(Outside outside, Threads threads, LocalSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.outside = outside;
        this.threads = threads;
        this.async = new Async(threads.io(), threads.ui(), threads.pause());
        this.pictures = new PictureStore(outside.pictures(), threads.io(), threads.ui(), threads.pause());
        this.shell = new ShellViewModel(outside.api(), async, outside.events(), board);
        this.devices = new DevicesViewModel(outside.api(), async, clock);
        this.news = new NewsViewModel(outside.api(), navigator, shell.userProperty());
        this.tray = new TrayViewModel(board, outside.events(), outside.api().downloads(), async);
    }

    /// What can be done with the program itself.
    ///
    /// @param ways other ones to begin than with services of one's own
    /// @param visit where the window is, when it is not at home; null when it is
    /// @param restart ends the server of this process and starts it anew; null where there is none
    /// @param data the folder of the server's data, with its log in `logs`; null where that is on another machine
    /// @param updates what looks for newer versions of the program; null where nobody does
    public record Around(
            SetupView.Ways ways,
            @Nullable Visit visit,
            @Nullable Runnable restart,
            @Nullable Path data,
            @Nullable UpdateViewModel updates) {
        /// Nothing.
        public static final Around NOTHING = new Around(SetupView.Ways.NONE, null, null, null, null);
    }

    /// Tells what is around the screens; before [#start()].
    public void stand(Around program) {
        around = program;
    }

    public void start() {
        board.follow(outside.events());
        news.follow(outside.events());
        tray.start();
        shell.read();
        if (!settings.isSetUp()) {
            new FirstRun(outside.api(), async).check(() -> navigator.go(new Route.Setup()));
        }
        outside.events().connectionProperty().subscribe(now -> {
            if (now == Connection.LIVE) {
                devices.glance();
            }
        });
    }

    /// The window's content in one language.
    public ShellView shell(Texts texts) {
        shell.speak(texts.locale().getLanguage());
        var toasts = new Toasts(texts);
        notices = toasts;
        news.speak(toasts, texts);
        return new ShellView(
                texts,
                navigator,
                screens(texts, toasts),
                shell,
                toasts,
                devices,
                new DevicesView(devices, texts, pictures));
    }

    /// Where the window is.
    public Navigator navigator() {
        return navigator;
    }

    /// Begins where this installation was left the last time, and remembers where it goes.
    public void beginWhere(String installation) {
        navigator.go(settings.lastPlace(installation));
        navigator.currentProperty().subscribe(route -> settings.rememberPlace(installation, route));
    }

    /// Opens what was dropped, pasted or handed over: addresses of videos go to the downloads, a `medianest:` link
    /// leads to its place. What is neither is left alone.
    public void openLink(String text) {
        Links.lastPlace(text).ifPresent(navigator::go);
        if (!Links.videos(text).isEmpty()) {
            navigator.go(new Route.Downloads(null));
            link.set(text);
        }
    }

    /// Opens what was dropped on the window, and says so where it leads nowhere.
    public void openDropped(String text) {
        openLink(text);
        if (notices != null
                && Links.lastPlace(text).isEmpty()
                && Links.videos(text).isEmpty()) {
            notices.tell(Tone.WAITING, "shell.drop.none");
        }
    }

    public void openSearch() {
        navigator.go(new Route.Search());
    }

    /// What there is to show while the window is not.
    public TrayViewModel tray() {
        return tray;
    }

    /// Tells news in this way, too.
    public void announceBy(Announcer announcer) {
        news.speak(announcer);
    }

    /// Runs it on the FX thread.
    public void later(Runnable work) {
        threads.ui().execute(work);
    }

    /// How many notifications wait to be read.
    public long unread() {
        return board.unreadProperty().get();
    }

    private Screens screens(Texts texts, Toasts toasts) {
        var api = outside.api();
        var server = new DetailsViewModel.Server(api, outside.events(), board, shell.userProperty());
        var screens = new Screens();
        screens.one(
                Route.Search.class,
                () -> new SearchView(
                        new SearchViewModel(api, async, board, toasts, shell.queryProperty()),
                        texts,
                        pictures,
                        navigator,
                        catalogueWay()));
        screens.each(
                Route.Details.class,
                route -> new DetailsView(
                        new DetailsViewModel(route.title(), server, async, toasts, clock),
                        texts,
                        pictures,
                        navigator,
                        outside.browser()));
        var desk = new DeskView(outside.browser()::open);
        var own = new SettingsWiring(api, async, settings, shell, pictures, clock, around);
        screens.one(
                Route.Settings.class,
                () -> own.view(texts, toasts, desk, () -> navigator.go(new Route.Setup()), section));
        screens.one(Route.Setup.class, () -> own.setup(texts, desk, this::setUp));
        return withHousehold(screens, texts, toasts);
    }

    private CatalogueWay catalogueWay() {
        return new CatalogueWay(shell.adminProperty(), () -> {
            section.set(SettingsSection.SERVICES);
            navigator.go(new Route.Settings());
        });
    }

    private void setUp() {
        settings.rememberSetUp();
        navigator.go(new Route.Home());
    }

    private Screens withHousehold(Screens screens, Texts texts, Toasts toasts) {
        var api = outside.api();
        var events = outside.events();
        var me = shell.userProperty();
        return screens.one(
                        Route.Home.class,
                        () -> new HomeView(
                                new HomeViewModel(api, events, board, async, toasts, me, clock),
                                texts,
                                pictures,
                                navigator,
                                catalogueWay()))
                .one(
                        Route.Requests.class,
                        () -> new RequestListView(
                                new RequestListViewModel(api, events, async, toasts, me, clock),
                                texts,
                                pictures,
                                navigator))
                .one(Route.Library.class, () -> library(texts, toasts))
                .one(Route.Downloads.class, () -> downloads(texts, toasts))
                .one(
                        Route.Notifications.class,
                        () -> new NotificationsView(
                                new NotificationsViewModel(api.notifications(), events, board, async, toasts, clock),
                                texts,
                                navigator))
                .one(
                        Route.Status.class,
                        () -> new StatusView(new StatusViewModel(api, events, async, toasts, me, clock), texts, clock));
    }

    private LibraryView library(Texts texts, Toasts toasts) {
        var server = new LibraryViewModel.Server(outside.api().library(), outside.events(), board);
        var model = new LibraryViewModel(server, async, toasts, shell.userProperty(), clock);
        return new LibraryView(model, texts, pictures, navigator, outside.browser());
    }

    private DownloadsView downloads(Texts texts, Toasts toasts) {
        var api = outside.api().downloads();
        var list = new DownloadsViewModel(api, outside.events(), async, toasts, shell.userProperty(), clock);
        var wish = new NewDownloadViewModel(api, async, toasts, list::added);
        if (wished != null) {
            wish.takeOver(wished);
        }
        wished = wish;
        // The field of another language has gone.
        takingLinks.unsubscribe();
        takingLinks = link.subscribe(address -> {
            if (!address.isEmpty()) {
                wish.take(address);
                link.set("");
            }
        });
        return new DownloadsView(
                new DownloadsView.Models(list, wish, new ToolsViewModel(board)),
                texts,
                pictures,
                navigator,
                new DeskView(outside.browser()::open));
    }
}
