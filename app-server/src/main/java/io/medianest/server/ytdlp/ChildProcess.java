package io.medianest.server.ytdlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A program of somebody else's as our child. It sees nothing of our environment but what it needs to run,
/// finds its input closed and an empty home, so that no one's configuration or plug-ins change what it does.
/// Its errors are read all the time, so that it never waits for us. Thread-safe.
final class ChildProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration FIRST_LOOK = Duration.ofMillis(50);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);
    private static final int ERRORS_KEPT = 32 * 1024;
    private static final Set<String> NEEDED =
            Set.of("PATH", "SYSTEMROOT", "WINDIR", "PATHEXT", "TEMP", "TMP", "TMPDIR");

    private final Process process;
    private final ProcessFamily family;
    private final Tail errors = new Tail(ERRORS_KEPT);
    private final Thread drain;

    private ChildProcess(Process process) {
        this.process = process;
        this.family = new ProcessFamily(process.toHandle());
        this.drain = Thread.ofVirtual().name("errors of " + process.pid()).start(this::drain);
    }

    /// @param directory that it is started in
    /// @param home an empty directory
    static ChildProcess start(List<String> command, Path directory, Path home) throws IOException {
        LOG.debug("{}", command);
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        var environment = builder.environment();
        // As Windows does, without regard to case.
        environment.keySet().removeIf(name -> !NEEDED.contains(name.toUpperCase(Locale.ROOT)));
        for (var name :
                List.of("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA", "USERPROFILE")) {
            environment.put(name, home.toString());
        }
        environment.put("PYTHONUTF8", "1");
        environment.put("PYTHONIOENCODING", "utf-8");
        environment.put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("{} has ended already", process.pid(), e);
        }
        return new ChildProcess(process);
    }

    /// What it says. To be read by one thread, to its end.
    InputStream output() {
        return process.getInputStream();
    }

    /// All that it says until its end, or the beginning of it.
    ///
    /// @param most bytes that are kept
    /// @throws TimeoutException when it has not ended in time; it still runs then
    byte[] answer(int most, Duration longest) throws IOException, InterruptedException, TimeoutException {
        // Read by another thread, so that one who says nothing and does not end is not waited for.
        var reading = new FutureTask<>(() -> {
            try (var output = output()) {
                var beginning = output.readNBytes(most);
                output.transferTo(OutputStream.nullOutputStream());
                return beginning;
            }
        });
        Thread.ofVirtual().name("answer of " + process.pid()).start(reading);
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException("no end in %d s".formatted(longest.toSeconds()));
            }
            return reading.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("its output broke off", e.getCause());
        }
    }

    /// Tells line by line what it says, until its end. Whom it leaves behind with its output open is not listened to
    /// any longer: ended where they were seen in its life, left alone where not.
    ///
    /// @param longest bytes of a line that are told
    /// @param listener called by one thread; when it throws, the process is ended
    /// @return the exit code
    int follow(int longest, Consumer<String> listener) throws IOException, InterruptedException {
        var listening = new Listening(longest, listener);
        Thread.ofVirtual().name("output of " + process.pid()).start(listening.task);
        int code = await();
        while (!listening.hasEnded(GRACE)) {
            if (!listening.isTelling) {
                LOG.warn("{} has ended and left somebody behind who keeps its output open", process.pid());
                end();
                listening.stop();
                break;
            }
        }
        return code;
    }

    /// Waits for its end, and looks now and then whom it has started.
    ///
    /// @return its exit code
    int await() throws InterruptedException {
        var pause = FIRST_LOOK;
        while (!process.waitFor(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            family.look();
            pause = pause.compareTo(LONGEST_LOOK) < 0 ? pause.multipliedBy(2) : LONGEST_LOOK;
        }
        drain.join(GRACE);
        return process.exitValue();
    }

    /// The last of what it complained of.
    String errors() {
        return errors.text();
    }

    long pid() {
        return process.pid();
    }

    /// Ends it with all that it has started, and returns when they are gone.
    void end() {
        family.end();
    }

    private void drain() {
        try (var stream = process.getErrorStream()) {
            var buffer = new byte[4096];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                errors.add(buffer, read);
            }
        } catch (IOException e) {
            LOG.debug("the errors of {} broke off", process.pid(), e);
        }
    }

    /// What it says, line by line.
    private final class Listening {
        private final FutureTask<Boolean> task = new FutureTask<>(this::listen);
        private final int longest;
        private final Consumer<String> listener;
        private volatile boolean isTelling;
        private volatile boolean isStopped;

        Listening(int longest, Consumer<String> listener) {
            this.longest = longest;
            this.listener = listener;
        }

        private boolean listen() throws IOException {
            try (var output = output()) {
                var lines = new Lines(output, longest);
                for (var line = lines.next(); line != null && !isStopped; line = lines.next()) {
                    isTelling = true;
                    listener.accept(line);
                    isTelling = false;
                }
                return true;
            } catch (IOException | RuntimeException e) {
                family.end();
                throw e;
            }
        }

        /// @throws IOException when it could not be listened to; what the listener throws
        boolean hasEnded(Duration longestWait) throws IOException, InterruptedException {
            try {
                return task.get(longestWait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                return false;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IOException("its output broke off", e.getCause());
            }
        }

        /// Of whoever has the other end open nothing is told any more.
        void stop() throws IOException {
            isStopped = true;
            output().close();
        }
    }

    /// The end of a text of any length.
    private static final class Tail {
        private final byte[] ring;
        private long written;

        Tail(int size) {
            ring = new byte[size];
        }

        synchronized void add(byte[] bytes, int count) {
            for (int i = 0; i < count; i++) {
                ring[(int) (written++ % ring.length)] = bytes[i];
            }
        }

        synchronized String text() {
            int length = (int) Math.min(written, ring.length);
            var bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = ring[(int) ((written - length + i) % ring.length)];
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
