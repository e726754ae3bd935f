package io.medianest.desktop.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// A small text file that only its owner can read, from its first byte on.
final class OwnFile {
    private static final int LONGEST = 4096;

    private final Path path;

    OwnFile(Path path) {
        this.path = path;
    }

    /// Takes the place of what was there, whole or not at all.
    void write(String text) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        boolean posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
        Path unfinished = posix
                ? Files.createTempFile(
                        folder,
                        path.getFileName().toString(),
                        ".tmp",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, path.getFileName().toString(), ".tmp");
        try {
            restrict(unfinished);
            Files.writeString(unfinished, text);
            Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /// Where there are no POSIX permissions (Windows), as far as the file system lets us.
    private static void restrict(Path file) throws IOException {
        var acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (acl != null) {
            acl.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(acl.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }

    /// @return empty where there is none, or one that is not ours
    Optional<String> read() {
        try {
            boolean ours = Files.isRegularFile(path) && Files.size(path) <= LONGEST;
            return ours ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
