package io.medianest.desktop;

import io.medianest.desktop.notification.Announcer;
import io.medianest.desktop.shell.LocalSettings;
import io.medianest.desktop.shell.TrayPlace;
import io.medianest.desktop.shell.WindowLife;
import io.medianest.desktop.tray.NotificationService;
import io.medianest.desktop.tray.Tray;
import io.medianest.desktop.tray.TrayCommands;
import io.medianest.desktop.tray.TrayKind;
import io.medianest.desktop.tray.TrayPicture;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.LogoPixels;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Texts;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is there of the program beside its window: the sign in the tray and the system's bubbles. Opened once the
/// window is live, so that it costs the start nothing. Belongs to the FX thread.
final class Companion implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Companion.class);
    private static final int SIDE = 64;

    private final TrayKind kind;
    private final WindowLife life;
    private final LocalSettings settings;
    private final Supplier<Texts> texts;
    private final NotificationService service = new NotificationService();
    private @Nullable Tray tray;
    private boolean closed;

    Companion(TrayKind kind, WindowLife life, LocalSettings settings, Supplier<Texts> texts) {
        this.kind = kind;
        this.life = life;
        this.settings = settings;
        this.texts = texts;
    }

    /// Opens the tray in the background, where there is one.
    void open(Async async, Wiring wiring, TrayCommands commands) {
        wiring.announceBy(announcer(wiring));
        if (kind == TrayKind.NONE) {
            return;
        }
        async.run(() -> kind.open(new TrayPicture(SIDE, LogoPixels.of(SIDE)), commands))
                .then(found -> opened(found, wiring), problem -> LOG.info("There is no tray here", problem));
    }

    /// A thread of its own calls what is pressed in the tray.
    TrayCommands commands(Executor ui, Wiring wiring, Runnable quit) {
        return new TrayCommands(
                () -> ui.execute(life::raise),
                () -> ui.execute(() -> {
                    life.raise();
                    wiring.openSearch();
                }),
                () -> ui.execute(wiring.tray()::toggleDownloads),
                () -> ui.execute(quit));
    }

    private void opened(Optional<Tray> found, Wiring wiring) {
        if (closed) {
            found.ifPresent(Tray::close);
            return;
        }
        found.ifPresent(sign -> {
            tray = sign;
            wiring.tray()
                    .stateProperty()
                    .subscribe(state -> sign.show(wiring.tray().words(texts.get())));
        });
    }

    private Announcer announcer(Wiring wiring) {
        return news -> {
            if (!settings.announcingProperty().get() || life.isInFront()) {
                return;
            }
            Tray sign = tray;
            switch (kind) {
                case NONE -> {
                    // Nobody would see it.
                }
                case AWT_WITH_SERVICE -> service.tell(news);
                case AWT -> {
                    if (sign != null) {
                        sign.tell(new Notices.News(news.title(), news.text(), () -> wiring.later(news.show())));
                    }
                }
            }
        };
    }

    TrayPlace place() {
        return tray == null ? TrayPlace.MISSING : TrayPlace.THERE;
    }

    @Override
    public void close() {
        closed = true;
        Tray sign = tray;
        if (sign != null) {
            sign.close();
        }
    }
}
