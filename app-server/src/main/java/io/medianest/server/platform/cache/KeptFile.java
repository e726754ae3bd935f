package io.medianest.server.platform.cache;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of a [FileCache] on its way to somebody: from the disk piece by piece, however slow they are, and from memory
/// where it is not kept. Stays whole when the cache drops it meanwhile. Used by one thread, once; to be closed.
public final class KeptFile implements AutoCloseable {
    private static final int TELLING_BYTES = 2;

    private final String name;
    private final InputStream content;
    private final long size;

    private KeptFile(String name, InputStream content, long size) {
        this.name = name;
        this.content = content;
        this.size = size;
    }

    static KeptFile inMemory(String name, byte[] content) {
        return new KeptFile(name, new ByteArrayInputStream(content), content.length);
    }

    /// @throws java.nio.file.NoSuchFileException when it is not there
    static KeptFile onDisk(String name, Path path) throws IOException {
        long size = Files.size(path);
        return new KeptFile(name, new BufferedInputStream(Files.newInputStream(path)), size);
    }

    /// Says what is in it: a file of the same name has the same content always.
    public String name() {
        return name;
    }

    /// In bytes.
    public long size() {
        return size;
    }

    /// The first bytes, which are still to be written.
    public byte[] beginning(int most) {
        try {
            content.mark(most);
            byte[] first = content.readNBytes(most);
            content.reset();
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What kind of picture it is, by its first bytes: what is kept has lost its headers.
    public String pictureType() {
        byte[] first = beginning(TELLING_BYTES);
        if (first.length == TELLING_BYTES && first[0] == (byte) 0x89 && first[1] == 'P') {
            return "image/png";
        }
        return first.length == TELLING_BYTES && first[0] == 'R' && first[1] == 'I' ? "image/webp" : "image/jpeg";
    }

    public void writeTo(OutputStream out) throws IOException {
        content.transferTo(out);
    }

    @Override
    public void close() {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
