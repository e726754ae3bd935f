package io.medianest.server.testing;

import io.medianest.server.MediaNestServer;
import io.medianest.server.ServerConfig;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// An ordinary server on loopback with fresh data: as a static field for all tests of a class, as another for each.
public final class ServerUnderTest
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    /// A credential with the rights of the owner.
    public static final String TOKEN = "a-token-of-the-owner-for-this-test";

    /// The header that carries it.
    public static final String OWNER = "Authorization: Bearer " + TOKEN;

    private final String[] settings;
    private @Nullable MediaNestServer server;
    private @Nullable Path directory;
    private boolean forAll;

    private ServerUnderTest(String[] settings) {
        this.settings = settings;
    }

    /// @param settings as on the command line, beyond address, data and owner's token
    public static ServerUnderTest with(String... settings) {
        return new ServerUnderTest(settings);
    }

    public int port() {
        return started().port();
    }

    public Wire wire() {
        return new Wire(port());
    }

    /// The address of a page of it, for a browser.
    public String url(String rest) {
        return "http://127.0.0.1:" + port() + "/" + rest;
    }

    /// Where its data are.
    public Path data() {
        if (directory == null) {
            throw new IllegalStateException("there is a directory only during a test");
        }
        return directory;
    }

    private MediaNestServer started() {
        if (server == null) {
            throw new IllegalStateException("the server runs only during a test: is the field annotated?");
        }
        return server;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        forAll = true;
        start();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        if (!forAll) {
            start();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        if (!forAll) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        stop();
    }

    /// Ends the server and starts it again with the same data.
    public void restart() {
        started().close();
        serve();
    }

    private void start() throws IOException {
        directory = Files.createTempDirectory("medianest-test");
        serve();
    }

    private void serve() {
        var own = Stream.of(
                "--server.host=127.0.0.1", "--server.port=0", "--data.dir=" + data(), "--admin.token=" + TOKEN);
        server = MediaNestServer.start(
                ServerConfig.read(Map.of(), TestDatabase.arguments(data(), Stream.concat(own, Stream.of(settings)))));
    }

    private void stop() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
        if (directory != null) {
            Files.walkFileTree(directory, new Deletion());
            directory = null;
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure) throws IOException {
            Files.delete(emptied);
            return FileVisitResult.CONTINUE;
        }
    }
}
