package io.medianest.server.admin;

import io.medianest.server.platform.db.DatabaseFile;
import io.medianest.server.platform.security.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// What a backup holds: the database, and the key without which its secrets are lost.
final class BackupFile {
    /// The names of the files, in the backup as in the data directory.
    static final List<String> PARTS = List.of(DatabaseFile.NAME, KeyFile.NAME);

    private BackupFile() {}

    /// @param database a zip that the database has made of itself
    /// @param data where the key file is
    static void write(Path zip, Path database, Path data) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                var in = new ZipInputStream(Files.newInputStream(database))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(DatabaseFile.NAME)) {
                    out.putNextEntry(new ZipEntry(DatabaseFile.NAME));
                    in.transferTo(out);
                    out.closeEntry();
                }
            }
            out.putNextEntry(new ZipEntry(KeyFile.NAME));
            Files.copy(data.resolve(KeyFile.NAME), out);
            out.closeEntry();
        }
    }

    /// @param directory is made, and goes when the result is closed
    /// @throws ZipException when a part is missing; then the directory is gone again
    static Unpacked unpack(Path zip, Path directory) throws IOException {
        OwnerFiles.deleteDirectory(directory);
        OwnerFiles.createDirectory(directory);
        try {
            unpackInto(directory, zip);
        } catch (IOException | RuntimeException e) {
            // The key would lie there open.
            OwnerFiles.deleteDirectory(directory);
            throw e;
        }
        return new Unpacked(directory);
    }

    private static void unpackInto(Path directory, Path zip) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (PARTS.contains(entry.getName())) {
                    Files.copy(in, directory.resolve(entry.getName()));
                }
            }
        }
        for (var part : PARTS) {
            if (!Files.exists(directory.resolve(part))) {
                throw new ZipException(part + " is missing");
            }
        }
    }

    /// The parts of a backup, until it is closed.
    record Unpacked(Path directory) implements AutoCloseable {
        /// @param schemaVersion the newest that can be used
        /// @throws IllegalStateException when the database or the key cannot be read, or is too new
        void requireReadable(int schemaVersion) {
            new KeyFile(directory).check();
            int found = DatabaseFile.schemaVersion(directory);
            if (found > schemaVersion) {
                throw new IllegalStateException("schema %d is newer than %d".formatted(found, schemaVersion));
            }
        }

        @Override
        public void close() throws IOException {
            OwnerFiles.deleteDirectory(directory);
        }
    }
}
