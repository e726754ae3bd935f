package io.medianest.desktop.tray;

import io.medianest.desktop.ui.Notices;
import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sign by means of the JDK, the only place that wakes AWT. Touched on AWT's event thread alone.
final class AwtTray implements Tray {
    private static final Logger LOG = LoggerFactory.getLogger(AwtTray.class);

    private final SystemTray tray;
    private final TrayIcon icon;
    private final TrayCommands commands;
    private @Nullable Runnable lastShow;
    private @Nullable TrayWords shown;

    private AwtTray(SystemTray tray, TrayIcon icon, TrayCommands commands) {
        this.tray = tray;
        this.icon = icon;
        this.commands = commands;
    }

    /// Wakes AWT, which may take a second: not to be called on the FX thread.
    ///
    /// @return empty where the system has no place for such signs
    static Optional<Tray> open(TrayPicture picture, TrayCommands commands) {
        try {
            if (!SystemTray.isSupported()) {
                return Optional.empty();
            }
            var icon = new TrayIcon(image(picture), "MediaNest");
            icon.setImageAutoSize(true);
            var sign = new AwtTray(SystemTray.getSystemTray(), icon, commands);
            EventQueue.invokeAndWait(sign::appear);
            return Optional.of(sign);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (Exception | LinkageError e) {
            // The window does not depend on it. Errors as well: a system may lack a library that AWT needs.
            LOG.info("There is no tray here: {}", e.toString());
            return Optional.empty();
        }
    }

    private static BufferedImage image(TrayPicture picture) {
        var image = new BufferedImage(picture.side(), picture.side(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, picture.side(), picture.side(), picture.argb(), 0, picture.side());
        return image;
    }

    private void appear() {
        icon.addActionListener(_ -> {
            Runnable show = lastShow;
            lastShow = null;
            commands.open().run();
            if (show != null) {
                show.run();
            }
        });
        try {
            tray.add(icon);
        } catch (AWTException e) {
            throw new IllegalStateException("The system takes no sign", e);
        }
    }

    @Override
    public void show(TrayWords words) {
        EventQueue.invokeLater(() -> {
            if (words.equals(shown)) {
                return;
            }
            shown = words;
            icon.setToolTip(words.tip());
            icon.setPopupMenu(menu(words));
        });
    }

    private PopupMenu menu(TrayWords words) {
        var menu = new PopupMenu();
        for (String line : words.status()) {
            var item = new MenuItem(line);
            item.setEnabled(false);
            menu.add(item);
        }
        menu.addSeparator();
        menu.add(item(words.open(), commands.open()));
        menu.add(item(words.search(), commands.search()));
        if (!words.toggleDownloads().isEmpty()) {
            menu.add(item(words.toggleDownloads(), commands.toggleDownloads()));
        }
        menu.addSeparator();
        menu.add(item(words.quit(), commands.quit()));
        return menu;
    }

    private static MenuItem item(String words, Runnable action) {
        var item = new MenuItem(words);
        item.addActionListener(_ -> action.run());
        return item;
    }

    @Override
    public void tell(Notices.News news) {
        EventQueue.invokeLater(() -> {
            lastShow = news.show();
            icon.displayMessage(news.title(), news.text(), TrayIcon.MessageType.NONE);
        });
    }

    @Override
    public void close() {
        EventQueue.invokeLater(() -> tray.remove(icon));
    }
}
