package io.medianest.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Programs of the system that tests run beside themselves.
final class RealProgram {
    private static final String KEEPER = "root";

    private RealProgram() {}

    /// A program by its name: on the path, or in one of further directories.
    ///
    /// @param hint what to install where there is none
    static String find(String name, String hint, List<Path> further) {
        var path = Stream.of(System.getenv("PATH").split(":")).map(Path::of);
        return Stream.concat(path, further.stream())
                .map(directory -> directory.resolve(name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s is not there: install %s".formatted(name, hint)));
    }

    /// A command that runs as somebody of little power where the tests themselves run as the keeper of the machine.
    static List<String> humble(List<String> command) {
        if (!isKeeper()) {
            return command;
        }
        var whole = new ArrayList<>(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        whole.addAll(command);
        return whole;
    }

    /// Lets that somebody have a directory.
    static void handOver(Path directory) {
        if (isKeeper()) {
            run(List.of("chown", "nobody:nogroup", directory.toString()));
        }
    }

    private static boolean isKeeper() {
        return KEEPER.equals(System.getProperty("medianest.test.user", currentUser()));
    }

    /// The window's tests go by another name.
    private static String currentUser() {
        try {
            return Files.getOwner(Path.of("/proc/self")).getName();
        } catch (IOException e) {
            return System.getProperty("user.name", "");
        }
    }

    static void run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("%s: %s".formatted(command, said));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static int freePort() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
