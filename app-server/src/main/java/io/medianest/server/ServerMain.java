package io.medianest.server;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// Runs the server without a window.
public final class ServerMain {
    private ServerMain() {}

    /// @param arguments see `--help`
    public static void main(String[] arguments) throws InterruptedException {
        try {
            if (arguments.length > 0 && arguments[0].equals(Migration.NAME)) {
                Migration.run(System.getenv(), List.of(arguments).subList(1, arguments.length), System.out);
                return;
            }
            if (ServerConfig.asksForHelp(arguments)) {
                System.out.println(ServerConfig.help());
                return;
            }
            serve(ServerConfig.read(System.getenv(), arguments), System.out);
        } catch (ConfigException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /// Serves until the process is asked to end.
    private static void serve(ServerConfig config, PrintStream out) throws InterruptedException {
        var ended = new CountDownLatch(1);
        var started = new CompletableFuture<MediaNestServer>();
        // Before anybody is told that it is ready: who is told may end it at once.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            started.thenAccept(MediaNestServer::close).exceptionally(_ -> null).join();
            ended.countDown();
        }));
        try {
            started.complete(MediaNestServer.startAndTell(
                    config, port -> out.printf("MediaNest is ready at http://localhost:%d%n", port)));
        } catch (RuntimeException | Error e) {
            started.completeExceptionally(e);
            throw e;
        }
        ended.await();
    }
}
