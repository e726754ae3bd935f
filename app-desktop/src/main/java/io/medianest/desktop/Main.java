package io.medianest.desktop;

import io.medianest.desktop.launch.Display;
import io.medianest.desktop.launch.EmbeddedServer;
import io.medianest.desktop.launch.RunningServer;
import io.medianest.desktop.launch.StartFailure;
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
            return;
        }
        if (Display.isThere(System.getProperties(), System.getenv())) {
            Application.launch(DesktopApp.class, arguments);
            return;
        }
        System.err.println("There is no display, so MediaNest serves without a window until it is stopped.");
        serve(arguments);
    }

    private static void serve(String[] arguments) throws InterruptedException {
        var ended = new CountDownLatch(1);
        try {
            RunningServer server = EmbeddedServer.inThisProcess().start(List.of(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                ended.countDown();
            }));
            System.out.println("MediaNest is ready at " + server.address());
        } catch (StartFailure e) {
            System.err.println(e.sentence());
            System.exit(FAILED);
        }
        ended.await();
    }
}
