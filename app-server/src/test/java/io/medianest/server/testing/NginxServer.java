package io.medianest.server.testing;

import io.medianest.server.platform.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A real nginx on a free port.
public final class NginxServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Pattern DESCRIBED = Pattern.compile("```nginx\\n(.*?)```", Pattern.DOTALL);

    private final Process process;
    private final Path directory;
    private final int port;

    private NginxServer(Process process, Path directory, int port) {
        this.process = process;
        this.directory = directory;
        this.port = port;
    }

    /// Before two servers, in the way that docs/deployment.md tells people.
    ///
    /// @param first the port of one on this machine
    /// @param second of the other
    public static NginxServer asDescribed(int first, int second) throws IOException {
        var found = DESCRIBED.matcher(Files.readString(Path.of("..", "docs", "deployment.md")));
        if (!found.find()) {
            throw new AssertionError("docs/deployment.md does not say how");
        }
        return start(found.group(1)
                .replace("192.168.1.11:4000", "127.0.0.1:" + first)
                .replace("192.168.1.12:4000", "127.0.0.1:" + second)
                .replace("server_name nest.example", "server_name localhost"));
    }

    /// @param http what stands in its `http` block; it listens on another port than 80
    public static NginxServer start(String http) throws IOException {
        int port = RealProgram.freePort();
        var directory = Files.createTempDirectory("medianest-nginx");
        RealProgram.handOver(directory);
        var file = directory.resolve("nginx.conf");
        Files.writeString(file, """
                daemon off;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events {}
                http {
                    access_log off;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    %2$s
                }
                """.formatted(directory, http.replace("listen 80;", "listen 127.0.0.1:" + port + ";")));
        var program = RealProgram.find("nginx", "nginx-light", List.of(Path.of("/usr/sbin")));
        var process = new ProcessBuilder(
                        RealProgram.humble(List.of(program, "-c", file.toString(), "-e", directory + "/start.log")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Await.until("nginx answers", START, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("nginx does not start: see " + directory);
            }
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        });
        return new NginxServer(process, directory, port);
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("nginx does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        RealProgram.run(List.of("rm", "-rf", directory.toString()));
    }
}
