package io.medianest.server.testing;

import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The databases that tests work on: embedded ones, or those of a real PostgreSQL with
/// `-Dmedianest.test.database=postgresql`, which the profile `postgresql` sets. All tests are to pass on both.
public final class TestDatabase {
    private static final boolean ON_POSTGRESQL =
            System.getProperty("medianest.test.database", "embedded").equals("postgresql");
    private static final String TEMPLATE = "template_of_tests";
    private static final Map<String, String> MADE = new ConcurrentHashMap<>();
    private static final String MIGRATIONS = migrations();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabase() {}

    /// Opens a fresh database.
    ///
    /// @param name databases of the same name are one
    public static Database open(String name) {
        return Database.open(
                ON_POSTGRESQL ? PostgresServer.ofTests().address(made(name)) : DatabaseAddress.inMemory(name));
    }

    /// Opens the database that a server with that data directory has.
    public static Database inDirectory(Path directory) {
        return ON_POSTGRESQL ? open(nameOf(directory)) : Database.inDirectory(directory);
    }

    /// The arguments of a server, with those beside them that name its database.
    public static String[] arguments(Path directory, Stream<String> given) {
        var arguments = given.toList();
        boolean named = arguments.stream().anyMatch(argument -> argument.startsWith("--database.url="));
        var database = ON_POSTGRESQL && !named
                ? Stream.of("--database.url=" + PostgresServer.ofTests().url(made(nameOf(directory))))
                : Stream.<String>empty();
        return Stream.concat(arguments.stream(), database).toArray(String[]::new);
    }

    public static boolean isEmbedded() {
        return !ON_POSTGRESQL;
    }

    private static String nameOf(Path directory) {
        return directory.toAbsolutePath().normalize().toString();
    }

    /// Makes a schema with all tables in it.
    private static String made(String name) {
        return MADE.computeIfAbsent(name, key -> create());
    }

    private static synchronized String create() {
        if (NUMBER.get() == 0) {
            PostgresServer.ofTests().execute("CREATE SCHEMA " + TEMPLATE);
            Database.open(PostgresServer.ofTests().address(TEMPLATE)).close();
        }
        var schema = "test_" + NUMBER.incrementAndGet();
        // The migrations as they are, but in one go: Flyway itself, which looks at each, takes many times as long.
        PostgresServer.ofTests().execute("""
                CREATE SCHEMA %1$s;
                SET search_path TO %1$s;
                %2$s;
                CREATE TABLE flyway_schema_history (LIKE %3$s.flyway_schema_history INCLUDING ALL);
                INSERT INTO flyway_schema_history SELECT * FROM %3$s.flyway_schema_history WHERE type = 'SQL'""".formatted(schema, MIGRATIONS, TEMPLATE));
        return schema;
    }

    private static String migrations() {
        var url = Objects.requireNonNull(TestDatabase.class.getResource("/db/migration/V1__account.sql"));
        try (var files = Files.list(Path.of(url.toURI()).resolveSibling(""))) {
            return files.sorted(Comparator.comparingInt(TestDatabase::version))
                    .map(TestDatabase::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int version(Path migration) {
        return Integer.parseInt(migration.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"));
    }

    private static String read(Path migration) {
        try {
            return Files.readString(migration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
