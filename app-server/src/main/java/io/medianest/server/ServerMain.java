package io.medianest.server;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the server without a window.
public final class ServerMain {
    private static final Logger LOG = LoggerFactory.getLogger(ServerMain.class);
    private static final Duration PATIENCE_WITH_START = Duration.ofSeconds(10);

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
            if (ServerConfig.asksForVersion(arguments)) {
                System.out.println("MediaNest " + Version.current());
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
            close(started);
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

    /// A start that is under way may come to its end first, unless that takes too long; one that has failed leaves
    /// nothing.
    private static void close(CompletableFuture<MediaNestServer> started) {
        try {
            started.get(PATIENCE_WITH_START.toMillis(), TimeUnit.MILLISECONDS).close();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("there is no server to end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
