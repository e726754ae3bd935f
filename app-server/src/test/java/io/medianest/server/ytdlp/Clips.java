package io.medianest.server.ytdlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.model.api.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Small films, made by ffmpeg, and what it says of others.
public final class Clips {
    private Clips() {}

    /// Makes `clip.mp4`, the same with picture and sound apart (`apart.mpd`), as a list of pieces
    /// (`pieces.m3u8`), and a picture for a page (`picture.png`).
    static void make(Path directory, String ffmpeg) throws IOException, InterruptedException {
        film(directory, ffmpeg);
        run(directory, ffmpeg, "-v error -i clip.mp4 -map 0 -c copy -f dash -seg_duration 1 apart.mpd");
        run(directory, ffmpeg, "-v error -i clip.mp4 -c copy -f hls -hls_time 1 -hls_playlist_type vod pieces.m3u8");
        run(directory, ffmpeg, "-v error -f lavfi -i testsrc=size=256x144:duration=1 -frames:v 1 picture.png");
    }

    /// Makes `clip.mp4` alone.
    public static void film(Path directory, String ffmpeg) throws IOException, InterruptedException {
        run(
                directory,
                ffmpeg,
                "-v error -f lavfi -i testsrc=size=256x144:rate=10:duration=4"
                        + " -f lavfi -i sine=duration=4 -c:v libx264 -preset ultrafast -b:v 600k -g 10 -c:a aac -b:a 64k clip.mp4");
    }

    /// A page as video sites have them.
    static void page(Path directory, VideoHost host) throws IOException {
        Files.writeString(directory.resolve("page.html"), """
                <!doctype html><title>A page</title><script type="application/ld+json">
                {"@context": "https://schema.org", "@type": "VideoObject", "name": "Rain: ../Ten \\"Minutes\\"?",
                "description": "Rain & <wind>.", "thumbnailUrl": "%s", "uploadDate": "2024-03-31T10:00:00Z",
                "duration": "PT4S", "contentUrl": "%s", "author": {"@type": "Person", "name": "Slow Rivers"}}
                </script>""".formatted(host.url("picture.png"), host.url("clip.mp4")));
    }

    /// What ffprobe says of a file that plays from its beginning to its end.
    public static JsonNode probe(Path file) throws IOException, InterruptedException {
        var folder = Objects.requireNonNull(file.getParent());
        var decoded = run(folder, "ffmpeg", "-v error -i %s -f null -", file.toString());
        assertThat(decoded).as("what ffmpeg finds wrong with %s", file).isEmpty();
        var json = run(folder, "ffprobe", "-v error -of json -show_streams -show_format %s", file.toString());
        return Json.strict().readTree(json);
    }

    /// @param words with `%s` where the file comes, whose name may have spaces
    private static String run(Path directory, String program, String words, String... file)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program));
        for (var word : words.split(" ", -1)) {
            command.add(word.equals("%s") ? file[0] : word);
        }
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command, output).isZero();
        return output;
    }
}
