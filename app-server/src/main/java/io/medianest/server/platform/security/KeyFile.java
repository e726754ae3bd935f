package io.medianest.server.platform.security;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the master key is kept: a small text file in the data directory that only its owner can read.
public final class KeyFile {
    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    /// What it is called in its directory.
    public static final String NAME = "medianest.key";

    private static final String HEAD = "medianest-key-1 ";
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    private final Path file;

    /// @param directory the data directory; it exists
    public KeyFile(Path directory) {
        this.file = directory.resolve(NAME);
    }

    /// Reads the key, or makes it when there is none yet.
    ///
    /// @throws IllegalStateException with a sentence for the keeper of the server when the file cannot be
    ///     read or written, or holds something else
    public MasterKey open(SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                create(random);
            } else {
                keepToOwner();
            }
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The key file %s cannot be read or written: %s. Check who owns it and its directory."
                            .formatted(file, e),
                    e);
        }
    }

    /// Reads the key only to see that it can be.
    ///
    /// @throws IllegalStateException when there is none, or it is damaged
    public void check() {
        try {
            parse(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException("The key file %s cannot be read".formatted(file), e);
        }
    }

    @CanIgnoreReturnValue
    private MasterKey parse(String text) {
        try {
            if (text.startsWith(HEAD)) {
                return new MasterKey(Base64.getUrlDecoder()
                        .decode(text.substring(HEAD.length()).strip()));
            }
        } catch (IllegalArgumentException e) {
            LOG.debug("{} holds no key", file, e);
        }
        throw new IllegalStateException("""
                The key file %s is damaged. Restore it from a backup; or delete it, after which everybody signs in \
                again and stored passwords and tokens have to be entered again.""".formatted(file));
    }

    /// The key is complete and on the disk before it bears its name, and was never readable by others.
    private void create(SecureRandom random) throws IOException {
        var secret = new byte[MasterKey.BYTES];
        random.nextBytes(secret);
        var text = HEAD + Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n";
        var unfinished = Files.createTempFile(file.getParent(), NAME, ".tmp", privateToOwner());
        try {
            restrictAcl(unfinished);
            try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private FileAttribute<?>[] privateToOwner() {
        return hasPosixPermissions()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)}
                : new FileAttribute<?>[0];
    }

    private void keepToOwner() throws IOException {
        if (hasPosixPermissions() && !Files.getPosixFilePermissions(file).equals(OWNER_ALONE)) {
            LOG.warn("{} could be read by others; now only its owner can", file);
            Files.setPosixFilePermissions(file, OWNER_ALONE);
        }
    }

    private boolean hasPosixPermissions() {
        return Files.getFileAttributeView(file.toAbsolutePath().getParent(), PosixFileAttributeView.class) != null;
    }

    /// Where there are no POSIX permissions (Windows), as far as the file system lets us.
    private static void restrictAcl(Path path) {
        var acl = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (acl == null) {
            return;
        }
        try {
            acl.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(acl.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        } catch (IOException e) {
            LOG.warn("cannot keep {} from other users of this computer: {}", path, e.toString());
        }
    }
}
