package io.medianest.server;

import io.medianest.server.platform.Secret;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.DatabaseAddress;
import io.medianest.server.platform.db.DatabaseCopy;
import io.medianest.server.platform.security.KeyFile;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Brings all that a server knows from one database into another: `medianest-server migrate --from=… --to=…`.
final class Migration implements AutoCloseable {
    /// The first argument that asks for it.
    static final String NAME = "migrate";

    private final Map<String, String> environment;
    private final PrintStream out;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private Migration(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /// @param environment says `MEDIANEST_DATABASE_USER` and `MEDIANEST_DATABASE_PASSWORD` of an address without them
    /// @param arguments what follows the name
    /// @throws ConfigException with a sentence that says why nothing was brought over
    static void run(Map<String, String> environment, List<String> arguments, PrintStream out) {
        var spec = spec();
        try {
            var given = new CommandLine(spec).parseArgs(arguments.toArray(String[]::new));
            if (given.isUsageHelpRequested()) {
                out.print(new CommandLine(spec).getUsageMessage(CommandLine.Help.Ansi.OFF));
                return;
            }
            try (var migration = new Migration(environment, out)) {
                migration.bring(given.matchedOptionValue("--from", ""), given.matchedOptionValue("--to", ""));
            }
        } catch (CommandLine.ParameterException e) {
            throw new ConfigException(
                    "%s. Write: medianest-server migrate --from=PLACE --to=PLACE".formatted(e.getMessage()), e);
        }
    }

    private static CommandSpec spec() {
        return CommandSpec.create()
                .name("medianest-server migrate")
                .addOption(place("--from", "where the data are now: a data directory, or jdbc:postgresql://…"))
                .addOption(place("--to", "where they shall be, which must be empty"))
                .addOption(OptionSpec.builder("--help", "-h")
                        .usageHelp(true)
                        .type(boolean.class)
                        .description("print this and do nothing else")
                        .build());
    }

    private static OptionSpec place(String name, String description) {
        return OptionSpec.builder(name)
                .required(true)
                .type(String.class)
                .paramLabel("PLACE")
                .description(description)
                .build();
    }

    private void bring(String from, String to) {
        if (from.equals(to)) {
            throw new ConfigException("--from and --to are the same place");
        }
        var source = existing(from);
        var target = opened(to);
        try {
            var contents = DatabaseCopy.between(source, target);
            contents.forEach((table, content) -> out.printf(
                    "%-24s %8d  %s%n", table, content.rows(), content.checksum().substring(0, 16)));
            long rows = contents.values().stream()
                    .mapToLong(DatabaseCopy.Content::rows)
                    .sum();
            out.printf("%d rows of %d tables are there, and are the same%n", rows, contents.size());
            sayWhatIsLeft(from, to);
        } catch (DatabaseCopy.NotEmptyException e) {
            throw new ConfigException(
                    "%s is not empty: %s. Nothing was changed".formatted(shown(to), e.getMessage()), e);
        } catch (IllegalStateException e) {
            throw new ConfigException("Nothing was brought over: %s".formatted(e.getMessage()), e);
        }
    }

    /// What the database has sealed is of no use without the key, which is a file.
    private void sayWhatIsLeft(String from, String to) {
        var key = directory(to).map(place -> place.resolve(KeyFile.NAME));
        if (key.isPresent() && !Files.exists(key.get())) {
            out.printf(
                    "Passwords and tokens are sealed: put the %s of the server that had them into %s%n",
                    KeyFile.NAME, to);
        }
        directory(from)
                .ifPresent(place -> out.printf(
                        "Start the server with the same data directory, %s, and --database.url; its own database is not used then%n",
                        place));
    }

    private Database existing(String place) {
        directory(place)
                .filter(directory -> !Files.exists(directory.resolve("medianest.mv.db")))
                .ifPresent(directory -> {
                    throw new ConfigException("There is no database in %s".formatted(directory));
                });
        return opened(place);
    }

    private Database opened(String place) {
        try {
            directory(place).ifPresent(directory -> open.push(DataDirectory.open(directory)));
            var database = Database.open(
                    directory(place).map(DatabaseAddress::inDirectory).orElseGet(() -> elsewhere(place)));
            open.push(database);
            return database;
        } catch (IllegalArgumentException e) {
            throw new ConfigException(
                    "%s is no place for data: write a directory, or %s".formatted(place, e.getMessage()), e);
        } catch (ConfigException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ConfigException("The database %s cannot be opened: %s".formatted(shown(place), firstLine(e)), e);
        }
    }

    private DatabaseAddress elsewhere(String url) {
        return DatabaseAddress.of(
                url,
                environment.getOrDefault("MEDIANEST_DATABASE_USER", ""),
                new Secret(environment.getOrDefault("MEDIANEST_DATABASE_PASSWORD", "")));
    }

    private static Optional<Path> directory(String place) {
        return place.startsWith("jdbc:")
                ? Optional.empty()
                : Optional.of(Path.of(place).toAbsolutePath());
    }

    private static String shown(String place) {
        return place.replaceFirst("\\?.*", "");
    }

    private static String firstLine(@Nullable Throwable failure) {
        return failure == null
                ? ""
                : String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("a database did not close", e);
            }
        }
    }
}
