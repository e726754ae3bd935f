package io.medianest.server.testing;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which tests work on a [TestDatabase], whoever opens it for them: those are repeated on PostgreSQL. Found by what
/// their classes use, so that nobody has to remember to name them. Those that ask for a [PostgresServer] themselves are
/// left out: they work on it anyway.
public final class DatabaseTests {
    private static final String TEST = "Test";

    /// @param usedBy classes by the names of those that they use, nested ones by the name of the outermost
    private record Uses(Map<String, Set<String>> usedBy) {
        static Uses in(Path classes) {
            // What the classes of others use does not matter, and takes long to find out.
            return ArchConfiguration.withThreadLocalScope(configuration -> {
                configuration.setResolveMissingDependenciesFromClassPath(false);
                var usedBy = new HashMap<String, Set<String>>();
                new ClassFileImporter().importPath(classes).forEach(type -> note(type, usedBy));
                return new Uses(usedBy);
            });
        }

        private static void note(JavaClass type, Map<String, Set<String>> usedBy) {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                usedBy.computeIfAbsent(outermost(dependency.getTargetClass()), name -> new HashSet<>())
                        .add(outermost(type));
            }
        }

        private static String outermost(JavaClass type) {
            return type.getName().replaceFirst("\\$.*", "");
        }

        Set<String> directly(Class<?> used) {
            return usedBy.getOrDefault(used.getName(), Set.of());
        }

        Set<String> atLast(Class<?> used) {
            var found = new HashSet<String>();
            var next = directly(used);
            while (found.addAll(next)) {
                next = found.stream()
                        .flatMap(name -> usedBy.getOrDefault(name, Set.of()).stream())
                        .collect(Collectors.toSet());
            }
            return found;
        }
    }

    private DatabaseTests() {}

    /// Names of classes, in order.
    static List<String> in(Path classes) {
        var uses = Uses.in(classes);
        var anyway = uses.directly(PostgresServer.class);
        return uses.atLast(TestDatabase.class).stream()
                .filter(name -> name.endsWith(TEST) && !anyway.contains(name))
                .sorted()
                .toList();
    }

    /// Writes them into a file that Surefire reads.
    ///
    /// @param arguments directory of the tests' classes, the file
    public static void main(String... arguments) throws IOException {
        var lines = in(Path.of(arguments[0])).stream()
                .map(name -> name.replace('.', '/') + ".java")
                .toList();
        Files.write(Path.of(arguments[1]), lines);
    }
}
