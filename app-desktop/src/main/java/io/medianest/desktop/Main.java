package io.medianest.desktop;

import io.medianest.desktop.launch.Display;
import io.medianest.desktop.launch.EmbeddedServer;
import io.medianest.desktop.launch.StartFailure;
import java.util.List;
import java.util.Map;
import javafx.application.Application;

/// Where the program begins: prints help, opens the window, or serves without one where there is no display.
/// Not an `Application` itself, since Java would then insist on JavaFX as modules.
public final class Main {
    private static final int FAILED = 1;

    private Main() {}

    /// Begins.
    public static void main(String[] arguments) {
        if (EmbeddedServer.asksForHelp(arguments)) {
            System.out.println(EmbeddedServer.help());
            return;
        }
        if (Display.isThere(System.getProperties(), Map.copyOf(System.getenv()))) {
            Application.launch(DesktopApp.class, arguments);
            return;
        }
        serveAlone(arguments);
    }

    private static void serveAlone(String[] arguments) {
        System.err.println("There is no display, so MediaNest serves without a window until it is stopped.");
        try {
            var server = EmbeddedServer.inThisProcess().start(List.of(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            System.err.println("MediaNest answers at " + server.address());
        } catch (StartFailure e) {
            System.err.println(e.sentence());
            System.exit(FAILED);
        }
    }
}
