package io.medianest.server.platform.db;

import io.medianest.server.platform.Secret;
import java.nio.file.Path;

/// Where a database is, and how to get in. Immutable.
///
/// @param url for JDBC
/// @param user empty where the address says it, or nobody has to
/// @param password empty likewise
public record DatabaseAddress(String url, String user, Secret password) {
    private static final Secret NONE = new Secret("");

    /// The database of a directory, made there when there is none.
    public static DatabaseAddress inDirectory(Path directory) {
        return new DatabaseAddress(EmbeddedH2.url(directory), "", NONE);
    }

    /// A database in memory.
    ///
    /// @param name databases of the same name are one
    public static DatabaseAddress inMemory(String name) {
        return new DatabaseAddress("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "", NONE);
    }

    /// A database elsewhere.
    ///
    /// @throws IllegalArgumentException with a sentence for the keeper of the server when it is of no known kind
    public static DatabaseAddress of(String url, String user, Secret password) {
        var address = new DatabaseAddress(url, user, password);
        if (address.engine() instanceof PostgreSql) {
            PostgreSql.check(address);
        }
        return address;
    }

    Engine engine() {
        if (url.startsWith(PostgreSql.PREFIX)) {
            return new PostgreSql();
        }
        if (url.startsWith(EmbeddedH2.PREFIX)) {
            return new EmbeddedH2();
        }
        throw new IllegalArgumentException("an address such as jdbc:postgresql://db.example:5432/medianest");
    }

    /// Without what is nobody's business.
    @Override
    public String toString() {
        return url.replaceFirst("[?;].*", "");
    }
}
