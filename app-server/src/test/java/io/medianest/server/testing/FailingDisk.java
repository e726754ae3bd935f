package io.medianest.server.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// The disk under an embedded database, which goes wrong when told to. All databases of a process that are opened
/// through it are on the same one.
public final class FailingDisk extends FilePathWrapper {
    private static final String SCHEME = "failing";

    private static volatile Mood mood = Mood.WELL;

    /// How it is.
    public enum Mood {
        WELL(""),
        /// What is there can be read; nothing can be written.
        FULL("No space left on device"),
        /// It was pulled out. What was open then stays dead, also when it is put in again.
        GONE("Input/output error");

        private final String error;

        Mood(String error) {
            this.error = error;
        }
    }

    /// @return the address of the database in a directory, by way of this disk
    public static String url(Path directory) {
        FilePath.register(new FailingDisk());
        return "jdbc:h2:%s:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                .formatted(SCHEME, directory.resolve("medianest").toAbsolutePath());
    }

    public static void becomes(Mood another) {
        mood = another;
    }

    private static IOException failure(Mood now) {
        return new IOException(now.error);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String access) throws IOException {
        if (mood == Mood.GONE) {
            throw failure(Mood.GONE);
        }
        return new Channel(super.open(access));
    }

    private static final class Channel extends FileBase {
        private final FileChannel file;
        private volatile boolean dead;

        private Channel(FileChannel file) {
            this.file = file;
        }

        private void toRead() throws IOException {
            dead |= mood == Mood.GONE;
            if (dead) {
                throw failure(Mood.GONE);
            }
        }

        private void toWrite() throws IOException {
            toRead();
            if (mood == Mood.FULL) {
                throw failure(Mood.FULL);
            }
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            toRead();
            return file.read(to);
        }

        @Override
        public synchronized int read(ByteBuffer to, long position) throws IOException {
            toRead();
            return file.read(to, position);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            toWrite();
            return file.write(from);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            toWrite();
            return file.write(from, position);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            toRead();
            return file.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            toWrite();
            file.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            toWrite();
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
