package io.medianest.server.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.medianest.model.api.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/// One download of the yt-dlp stand-in: its streams one after the other, each through a `.part` file that a later run
/// continues, then the finished file.
final class YtDlpDownload {
    private static final int BLOCK = 64 * 1024;
    private static final int VIDEO_BLOCKS = 28;
    private static final int AUDIO_BLOCKS = 6;

    private final YtDlpOptions options;
    private final YtDlpVideo video;
    private final PrintStream out;
    private final Duration pause;
    private final String images;

    /// @param step half of the time that a download takes
    /// @param images where the thumbnails are
    YtDlpDownload(YtDlpOptions options, YtDlpVideo video, PrintStream out, Duration step, String images) {
        this.options = options;
        this.video = video;
        this.out = out;
        this.images = images;
        pause = step.multipliedBy(2).dividedBy(VIDEO_BLOCKS + AUDIO_BLOCKS);
    }

    void run() throws IOException, InterruptedException {
        var info = info();
        var home = directory("home");
        var name = new YtDlpTemplate(options.value("--output").orElse("%(title)s [%(id)s].%(ext)s")).fillPath(info);
        var target = home.resolve(name).normalize();
        var folder = home.resolve(name + "/..").normalize();
        var temporary = options.typed("--paths", "temp").isPresent() ? directory("temp") : folder;
        print("before_dl", info);
        if (!Files.exists(target)) {
            create(folder);
            create(temporary);
            fetch(target, temporary);
        }
        info.put("filepath", target.toAbsolutePath().toString());
        print("after_move", info);
    }

    private void fetch(Path target, Path temporary) throws IOException, InterruptedException {
        var whole = temporary.resolve(target.getFileName() + ".temp");
        var stem = target.getFileName().toString().replaceFirst("\\.\\w+$", "");
        try (var merged = Files.newByteChannel(
                whole, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (var stream : streams()) {
                var file = temporary.resolve("%s.f%s.%s".formatted(stem, stream.id(), stream.ext()));
                receive(stream, file);
                merged.write(ByteBuffer.wrap(Files.readAllBytes(file)));
                Files.delete(file);
            }
        }
        Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private void receive(Stream stream, Path file) throws IOException, InterruptedException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        long total = (long) stream.blocks() * BLOCK;
        long started = System.nanoTime();
        try (var to = new RandomAccessFile(part.toFile(), "rw")) {
            int first = (int) Math.min(stream.blocks(), to.length() / BLOCK);
            for (int block = first; block < stream.blocks(); block++) {
                Thread.sleep(pause);
                to.seek((long) block * BLOCK);
                to.write(content(stream, block));
                var seconds = (System.nanoTime() - started) / 1e9;
                report(progress("downloading", to.length(), total, seconds, block - first + 1));
            }
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        report(progress("finished", total, total, (System.nanoTime() - started) / 1e9, stream.blocks()));
    }

    /// The same bytes for the same block each time; the first block begins as an MP4 file does.
    private byte[] content(Stream stream, int block) {
        var bytes = new byte[BLOCK];
        new SplittableRandom((video.id() + stream.id()).hashCode() * 31L + block).nextBytes(bytes);
        if (block == 0) {
            ByteBuffer.wrap(bytes)
                    .putInt(24)
                    .put("ftypisom".getBytes(StandardCharsets.US_ASCII))
                    .putInt(512)
                    .put("isommp42".getBytes(StandardCharsets.US_ASCII))
                    .putInt(stream.blocks() * BLOCK - 24)
                    .put("mdat".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes;
    }

    private ObjectNode progress(String status, long bytes, long total, double seconds, int blocks) {
        double speed = blocks * (double) BLOCK / Math.max(seconds, 0.001);
        var progress = Json.strict().createObjectNode();
        progress.put("status", status)
                .put("downloaded_bytes", bytes)
                .put("total_bytes", total)
                .put("elapsed", seconds)
                .put("speed", speed);
        if (status.equals("downloading")) {
            progress.put("eta", Math.round((total - bytes) / speed));
        }
        return progress;
    }

    private void report(ObjectNode progress) {
        boolean quiet =
                options.has("--quiet") || options.all("--print").findAny().isPresent();
        if (quiet && !options.has("--progress")) {
            return;
        }
        var info = Json.strict().createObjectNode();
        info.set("progress", progress);
        info.put("id", video.id());
        var template = options.typed("--progress-template", "download");
        out.println(template.map(text -> new YtDlpTemplate(text).fill(info))
                .orElseGet(() -> "[download] %5.1f%% of %.2fMiB"
                        .formatted(
                                100.0
                                        * progress.path("downloaded_bytes").asLong()
                                        / progress.path("total_bytes").asLong(),
                                progress.path("total_bytes").asLong() / 1048576.0)));
        out.flush();
    }

    private void print(String moment, ObjectNode info) {
        options.all("--print")
                .filter(template -> template.startsWith(moment + ":"))
                .map(template -> template.substring(moment.length() + 1))
                .forEach(template -> out.println(new YtDlpTemplate(template).fill(info)));
        out.flush();
    }

    private ObjectNode info() {
        ObjectNode info = Json.strict().valueToTree(video.metadata(images));
        info.put("ext", extension());
        info.put(
                "format_id",
                streams().stream()
                        .map(Stream::id)
                        .reduce((one, other) -> one + "+" + other)
                        .orElse(""));
        return info;
    }

    private String extension() {
        return options.has("--extract-audio")
                ? options.value("--audio-format").orElse("m4a")
                : options.value("--merge-output-format").orElse("mp4");
    }

    private List<Stream> streams() {
        var sound = new Stream("140", "m4a", AUDIO_BLOCKS);
        if (options.has("--extract-audio")) {
            return List.of(sound);
        }
        return options.value("--format").orElse("bv*+ba/b").contains("+")
                ? List.of(new Stream("137", "mp4", VIDEO_BLOCKS), sound)
                : List.of(new Stream("18", "mp4", VIDEO_BLOCKS));
    }

    private Path directory(String type) {
        var plain = options.all("--paths")
                .filter(path -> !path.matches("(home|temp):.*"))
                .findFirst();
        return Path.of(options.typed("--paths", type).or(() -> plain).orElse(""))
                .toAbsolutePath();
    }

    private static void create(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new YtDlpFailure("unable to create directory " + e.getMessage());
        }
    }

    private record Stream(String id, String ext, int blocks) {}
}
