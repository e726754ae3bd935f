package io.medianest.desktop;

import io.medianest.desktop.launch.Display;
import io.medianest.desktop.launch.Doorbell;
import io.medianest.desktop.launch.EmbeddedServer;
import io.medianest.desktop.launch.RunningServer;
import io.medianest.desktop.launch.StartFailure;
import io.medianest.desktop.launch.WindowArguments;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;

/// Where the program begins: prints help, opens the window, or serves without one where there is no display.
/// Not an `Application` itself, since Java would then insist on JavaFX as modules.
public final class Main {
    private static final int FAILED = 2;

    private Main() {}

    /// Begins.
    ///
    /// @param arguments see `--help`
    public static void main(String[] arguments) throws InterruptedException {
        if (EmbeddedServer.asksForHelp(arguments)) {
            System.out.println(EmbeddedServer.help());
            System.out.println(WindowArguments.help());
            return;
        }
        if (EmbeddedServer.asksForVersion(arguments)) {
            System.out.println("MediaNest " + EmbeddedServer.version());
            return;
        }
        if (isOpenAlready(List.of(arguments))) {
            return;
        }
        if (Display.isThere(System.getProperties(), System.getenv())) {
            Application.launch(DesktopApp.class, arguments);
            return;
        }
        if (WindowArguments.read(List.of(arguments)).remote() != null) {
            System.err.println("There is no display, which --connect needs: it only shows another MediaNest.");
            System.exit(FAILED);
        }
        serve(arguments);
    }

    /// A window that is open on the same data directory comes to the front, and takes what this start was given.
    private static boolean isOpenAlready(List<String> all) {
        try {
            var arguments = WindowArguments.read(all);
            return EmbeddedServer.dataDirectory(arguments.server())
                    .map(arguments::installation)
                    .map(directory -> Doorbell.ring(directory, arguments.links()))
                    .orElse(false);
        } catch (StartFailure e) {
            System.err.println(e.sentence());
            System.exit(FAILED);
            return true;
        }
    }

    private static void serve(String[] arguments) throws InterruptedException {
        var ended = new CountDownLatch(1);
        try {
            RunningServer server = EmbeddedServer.inThisProcess()
                    .start(WindowArguments.read(List.of(arguments)).server());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                ended.countDown();
            }));
            System.out.println("MediaNest is ready at " + server.address());
            System.out.println("There is no display, so it serves without a window until it is stopped.");
        } catch (StartFailure e) {
            System.err.println(e.sentence());
            System.exit(FAILED);
        }
        ended.await();
    }
}
