package io.medianest.server.platform.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePathWrapper;

/// A file whose writes are on the disk when they return. H2 alone leaves it to the operating system when what it wrote
/// gets there, so that the last half minute of what people were told is kept would be gone with the power.
///
/// This is the scheme `durable:` of H2's file systems. Public, and made without arguments, because H2 makes them.
public final class DurableFile extends FilePathWrapper {
    static final String SCHEME = "durable";

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return super.open("rw".equals(mode) ? "rwd" : mode);
    }
}
