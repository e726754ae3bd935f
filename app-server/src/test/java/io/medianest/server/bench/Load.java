package io.medianest.server.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/// Asks for the same thing over and over on a number of connections that stay open.
///
/// @param perSecond of all connections together; 0 for as fast as the answers come
record Load(int port, String path, String token, int connections, int perSecond) {

    /// What was measured. Times are from the moment a request was due to its last byte, in nanoseconds, ascending.
    static final class Result {
        private final long[] nanos;
        private final Duration took;

        Result(long[] nanos, Duration took) {
            this.nanos = nanos;
            this.took = took;
        }

        double millis(double quantile) {
            return nanos[(int) Math.min(nanos.length - 1L, (long) (quantile * nanos.length))] / 1e6;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,d requests, %,.0f/s, p50 %.2f ms, p99 %.2f ms, max %.1f ms",
                    nanos.length,
                    nanos.length / (took.toNanos() / 1e9),
                    millis(0.5),
                    millis(0.99),
                    millis(1));
        }
    }

    Result run(Duration time) throws Exception {
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        try (var executor = Executors.newFixedThreadPool(connections)) {
            var futures = new ArrayList<Future<long[]>>();
            for (int i = 0; i < connections; i++) {
                int offset = i;
                Callable<long[]> client = () -> ask(begun, end, offset);
                futures.add(executor.submit(client));
            }
            var all = new long[0];
            for (var future : futures) {
                var some = future.get();
                int length = all.length;
                all = Arrays.copyOf(all, length + some.length);
                System.arraycopy(some, 0, all, length, some.length);
            }
            Arrays.sort(all);
            return new Result(all, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private long[] ask(long begun, long end, int offset) throws IOException {
        byte[] request = "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(path, token)
                .getBytes(StandardCharsets.ISO_8859_1);
        long step = perSecond == 0 ? 0 : connections * 1_000_000_000L / perSecond;
        long due = begun + step * offset / connections;
        var times = new long[1024];
        int count = 0;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), 32_768);
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                if (step > 0) {
                    await(due);
                } else {
                    due = now;
                }
                socket.getOutputStream().write(request);
                readAnswer(in);
                if (count == times.length) {
                    times = Arrays.copyOf(times, count * 2);
                }
                times[count++] = System.nanoTime() - due;
                due += step;
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return Arrays.copyOf(times, count);
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void readAnswer(InputStream in) throws IOException {
        var status = readLine(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("not what was asked for: " + status);
        }
        int length = -1;
        for (var line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        if (length < 0) {
            throw new IOException("the answer has no length");
        }
        in.skipNBytes(length);
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new StringBuilder(80);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
