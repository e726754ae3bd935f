package io.medianest.server.testing;

import io.medianest.server.platform.Await;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.db.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL on a free port, with its data in a directory of its own. It survives being killed, but not the
/// machine: it leaves it to that when something is written to the disk.
///
/// It runs in a session of its own, so that nobody ends it who means the tests' other processes, and in the care of a
/// shell that ends it when the tests are gone, however they went.
public final class PostgresServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final String HINT = "postgresql";

    /// Its input stays open for as long as the tests live.
    private static final String CARE = "\"$@\" </dev/null & cat; kill -QUIT $!; wait $!";

    private static @Nullable PostgresServer ofTests;

    private final Path directory;
    private final int port = RealProgram.freePort();
    private Process shell;

    private PostgresServer(Path directory) {
        this.directory = directory;
        this.shell = launch();
    }

    /// Starts one; when this returns it answers.
    public static PostgresServer start() {
        try {
            var directory = Files.createTempDirectory("medianest-postgres");
            RealProgram.handOver(directory);
            RealProgram.run(RealProgram.humble(List.of(
                    program("initdb"),
                    "--pgdata=" + directory.resolve("data"),
                    "--username=medianest",
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--no-sync",
                    "--no-instructions")));
            var server = new PostgresServer(directory);
            server.awaitStart();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The one PostgreSQL of all tests in this process; it ends with the process. Each takes schemas of its own.
    public static synchronized PostgresServer ofTests() {
        var running = ofTests;
        if (running == null) {
            running = start();
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
            ofTests = running;
        }
        return running;
    }

    private static String program(String name) {
        try (Stream<Path> versions = Files.isDirectory(Path.of("/usr/lib/postgresql"))
                ? Files.list(Path.of("/usr/lib/postgresql"))
                : Stream.empty()) {
            return RealProgram.find(
                    name, HINT, versions.map(version -> version.resolve("bin")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() {
        try {
            return new ProcessBuilder(RealProgram.humble(List.of(
                            "setsid",
                            "sh",
                            "-c",
                            CARE,
                            "PostgreSQL of tests",
                            program("postgres"),
                            "-D",
                            directory.resolve("data").toString(),
                            "-p",
                            Integer.toString(port),
                            "-c",
                            "listen_addresses=127.0.0.1",
                            "-c",
                            "unix_socket_directories=",
                            "-c",
                            "fsync=off",
                            "-c",
                            "full_page_writes=off",
                            "-c",
                            "max_connections=400",
                            "-c",
                            "shared_buffers=64MB")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return directory.resolve("log.txt");
    }

    private void awaitStart() {
        Await.until("PostgreSQL answers, see " + log(), START, () -> {
            try (var connection = connect()) {
                return connection.isValid(5);
            } catch (SQLException e) {
                return false;
            }
        });
    }

    /// The address of one of its schemas, each of which is a database of its own to a server.
    public String url(String schema) {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?user=medianest&currentSchema=%s".formatted(port, schema);
    }

    public DatabaseAddress address(String schema) {
        return DatabaseAddress.of(url(schema), "", new Secret(""));
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url("public"));
    }

    /// Runs one or more statements.
    public void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What a query counts in a schema.
    public long count(String schema, String sql) {
        try (var connection = DriverManager.getConnection(url(schema));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Has it gone at once, as when the machine fails.
    public void kill() {
        var killed = ProcessHandle.of(number()).orElseThrow();
        killed.destroyForcibly();
        killed.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        // The processes of its connections notice by themselves; the next start waits for them.
        close(shell);
    }

    private long number() {
        try (var lines = Files.lines(directory.resolve("data/postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Brings it back with the same data.
    public void restart() {
        shell = launch();
        awaitStart();
    }

    private static void close(Process shell) {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("PostgreSQL does not end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        close(shell);
        RealProgram.run(List.of("rm", "-rf", directory.toString()));
    }
}
