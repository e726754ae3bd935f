package io.medianest.server.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.cache.FileCache;
import io.medianest.server.platform.cache.KeptFile;
import io.medianest.server.platform.db.Database;
import io.medianest.server.plex.PlexImages;
import io.medianest.server.testing.LoopbackService.Answer;
import io.medianest.server.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryPicturesTest {
    private static final String TRANSCODE = "/photo/:/transcode";
    private static final String THUMB = "/library/metadata/11/thumb/1";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final FakePlex plex = new FakePlex();
    private final Database database = TestDatabase.open("pictures-" + UUID.randomUUID());

    @SuppressWarnings("NullAway.Init")
    private LibraryPictures pictures;

    @SuppressWarnings("NullAway.Init")
    private FileCache files;

    private int last;

    @BeforeEach
    void start() {
        files = new FileCache(directory, 1_000_000, new MovableClock());
        files.start();
        pictures = new LibraryPictures(plex.images(), files, database);
        plex.service.on(TRANSCODE, new Answer(200, Map.of("Content-Type", "image/jpeg"), "picture"));
    }

    @AfterEach
    void close() {
        plex.close();
        database.close();
    }

    @Test
    @DisplayName("a picture is fetched once; sizes that differ little are one")
    void once() {
        try (var picture = open(THUMB, 342, 513)) {
            assertThat(new String(picture.beginning(20), StandardCharsets.UTF_8))
                    .isEqualTo("picture");
        }
        open(THUMB, 400, 600).close();
        assertThat(plex.service.asked(TRANSCODE)).hasSize(1);
        assertThat(plex.service.asked(TRANSCODE).getFirst().query()).contains("&width=400&height=600&");

        open(THUMB, 401, 600).close();
        assertThat(plex.service.asked(TRANSCODE)).hasSize(2);
    }

    @Test
    @DisplayName("the same number on another server is another picture")
    void otherServer() {
        open(THUMB, 100, 100).close();
        database.store(LibraryStore.class).saveMachineIdentifier("m-2");
        open(THUMB, 100, 100).close();

        assertThat(plex.service.asked(TRANSCODE)).hasSize(2);
    }

    @Test
    @DisplayName("only pictures of titles are fetched, whatever else the Plex server would")
    void onlyPictures() {
        assertThatThrownBy(() -> open("http://192.168.1.1/", 100, 100))
                .isInstanceOfSatisfying(
                        MediaNestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_ERROR));
        assertThat(plex.service.asked()).isEmpty();
    }

    @Test
    @DisplayName(
            "a failure counts against the server where the library knows the picture, not where a stranger made it up")
    void failures() {
        var title = new LibraryItem("11", "1", "movie", "550", null, null, "Night", 1999, null, null, THUMB, 1);
        database.store(LibraryStore.class).save(List.of(title));
        plex.service.on(TRANSCODE, Answer.json(500, "{}"));
        var strangers = "/library/metadata/11/thumb/2";
        for (int i = 0; i <= PlexImages.POLICY.failures(); i++) {
            assertThat(failureOf(strangers)).isEqualTo(ErrorCode.UPSTREAM_ERROR);
        }
        assertThat(plex.service.asked(TRANSCODE)).hasSize(PlexImages.POLICY.failures() + 1);

        for (int i = 0; i < PlexImages.POLICY.failures(); i++) {
            failureOf(THUMB);
        }
        assertThat(failureOf(THUMB)).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
    }

    private ErrorCode failureOf(String path) {
        return Objects.requireNonNull(catchThrowableOfType(MediaNestException.class, () -> open(path, 100, 100)))
                .code();
    }

    @Test
    @DisplayName("the kind of picture is known by its first bytes")
    void contentType() {
        assertThat(contentType(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13})).isEqualTo("image/png");
        assertThat(contentType("RIFF....WEBP".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("image/webp");
        assertThat(contentType(new byte[] {(byte) 0xff, (byte) 0xd8})).isEqualTo("image/jpeg");
        assertThat(contentType(new byte[0])).isEqualTo("image/jpeg");
    }

    private String contentType(byte[] content) {
        try (var picture = files.open("picture-" + ++last, () -> {}, () -> content)) {
            return picture.pictureType();
        }
    }

    private KeptFile open(String path, int width, int height) {
        return pictures.open(path, width, height, () -> {});
    }
}
