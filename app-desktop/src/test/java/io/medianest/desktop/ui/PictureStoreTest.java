package io.medianest.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FxToolkit;
import io.medianest.desktop.QueuedExecutor;
import io.medianest.desktop.ui.PictureStore.Ticket;
import io.medianest.model.api.ErrorCode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PictureStoreTest {
    static final byte[] PNG = png(64, 96);
    /// A poster of 64 × 96 points.
    private static final long ONE = 64 * 96 * 4;

    private final QueuedExecutor io = new QueuedExecutor();
    private final List<String> fetched = new ArrayList<>();
    private final List<Image> shown = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    /// So many attempts find nobody.
    private int absent;

    private final PictureStore store = new PictureStore(this::fetch, io, Runnable::run, waits::add, 3 * ONE);

    @BeforeAll
    static void toolkit() {
        FxToolkit.start();
    }

    private static byte[] png(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// Says that it has 20,000 × 20,000 pixels.
    private static byte[] bomb() {
        var bytes = ByteBuffer.wrap(PNG.clone());
        bytes.putInt(16, 20_000).putInt(20, 20_000);
        var sum = new CRC32();
        sum.update(bytes.array(), 12, 17);
        return bytes.putInt(29, (int) sum.getValue()).array();
    }

    private byte[] fetch(String address) {
        fetched.add(address);
        if (address.startsWith("missing")) {
            throw FakeApi.problem(ErrorCode.NOT_FOUND);
        }
        if (absent > 0) {
            absent--;
            throw FakeApi.problem(ErrorCode.SERVICE_UNAVAILABLE);
        }
        if (address.startsWith("heavy")) {
            throw new OutOfMemoryError("as if it were decoded");
        }
        if (address.startsWith("bomb")) {
            return bomb();
        }
        return address.startsWith("wide") ? png(160, 90) : PNG;
    }

    private Ticket show(String address) {
        return store.show(address, 64, shown::add);
    }

    private void runAll() {
        while (io.size() > 0) {
            io.runNext();
        }
    }

    @Test
    @DisplayName("a picture is fetched once however many show it, and is there at once the next time")
    void once() {
        show("a");
        show("a");
        runAll();
        show("a");

        assertThat(fetched).containsExactly("a");
        assertThat(shown).hasSize(3).containsOnly(shown.getFirst());
        assertThat(store.keptBytes()).isEqualTo(ONE);
    }

    @Test
    @DisplayName("what the memory does not suffice for, or says so of itself, holds up no other picture")
    void tooLarge() {
        for (int i = 0; i < 9; i++) {
            show("heavy" + i);
            show("bomb" + i);
        }
        show("a");
        runAll();

        assertThat(shown).hasSize(1);
        assertThat(store.awaited()).isZero();
    }

    @Test
    @DisplayName("as much is kept as there is room for; what was shown longest ago goes")
    void room() {
        for (String address : List.of("a", "b", "c")) {
            show(address);
        }
        runAll();
        show("a");
        show("d");
        runAll();
        fetched.clear();
        for (String address : List.of("a", "c", "d", "b")) {
            show(address);
        }
        runAll();

        assertThat(fetched).containsExactly("b");
        assertThat(store.keptBytes()).isEqualTo(3 * ONE);
    }

    @Test
    @DisplayName("eight are fetched at a time; what is scrolled away before its turn never is")
    void turns() {
        List<Ticket> tickets =
                IntStream.range(0, 100).mapToObj(i -> show("p" + i)).toList();
        assertThat(io.size()).isEqualTo(8);
        tickets.forEach(Ticket::cancel);
        assertThat(store.awaited()).isEqualTo(8);
        runAll();

        assertThat(fetched).hasSize(8);
        assertThat(shown).isEmpty();
        assertThat(store.awaited()).isZero();
        assertThat(store.keptBytes())
                .as("nobody looked, so nothing was decoded")
                .isZero();
    }

    @Test
    @DisplayName("what is scrolled away and back again while it is fetched is shown")
    void backAgain() {
        show("a").cancel();
        show("a");
        runAll();
        assertThat(shown).hasSize(1);
    }

    @Test
    @DisplayName("what cannot be had leaves the others alone")
    void missing() {
        show("missing");
        show("a");
        runAll();

        assertThat(shown).hasSize(1);
        assertThat(store.awaited()).isZero();
    }

    @Test
    @DisplayName("what nobody hands out just now is tried again while somebody looks, ever more seldom")
    void later() {
        absent = 3;
        show("a");
        runAll();

        assertThat(shown).hasSize(1);
        assertThat(fetched).hasSize(4);
        assertThat(waits).extracting(Duration::toSeconds).containsExactly(2L, 4L, 8L);
    }

    @Test
    @DisplayName("what nobody looks at any more is not tried again, and not given up for ever either")
    void givenUp() {
        absent = 1;
        Ticket ticket = show("a");
        io.runNext();
        ticket.cancel();
        runAll();
        assertThat(fetched).hasSize(1);
        assertThat(store.awaited()).isZero();

        absent = 100;
        show("b");
        runAll();
        assertThat(store.awaited()).isZero();
        absent = 0;
        show("b");
        runAll();
        assertThat(shown).hasSize(1);
    }

    @Test
    @DisplayName("whoever shows it again meanwhile waits with the others")
    void meanwhile() {
        absent = 1;
        show("a");
        io.runNext();
        show("a");
        assertThat(fetched).hasSize(1);
        runAll();

        assertThat(fetched).hasSize(2);
        assertThat(shown).hasSize(2);
    }

    @Test
    @DisplayName("a picture is as wide as it is shown on the screen, to the next step of 8 pixels")
    void size() {
        store.show("a", 33, shown::add);
        runAll();
        assertThat(shown.getFirst().getWidth()).isEqualTo(40);
    }

    @Test
    @DisplayName("a picture is cut to its box from the middle, large enough, and its corners are round")
    void shape() {
        store.show("wide", 32, PictureShape.of(100, 150, 10), shown::add);
        runAll();

        Image cut = shown.getFirst();
        assertThat(cut.getHeight()).isEqualTo(48);
        assertThat(cut.getWidth()).isEqualTo(32);
        var pixels = cut.getPixelReader();
        assertThat(pixels.getColor(0, 0).getOpacity()).isZero();
        assertThat(pixels.getColor(16, 24).getOpacity()).isEqualTo(1);
        int right = (int) cut.getWidth() - 1;
        int bottom = (int) cut.getHeight() - 1;
        assertThat(pixels.getColor(right, bottom).getOpacity()).isZero();
    }

    @Test
    @DisplayName("a picture has as many pixels as its box, down to the last line")
    void asHighAsItsBox() {
        var poster = new WritableImage(400, 600);
        for (int width = 104; width <= 304; width += 8) {
            Image cut = PictureShape.of(width, width * 1.5, 11).cut(poster, width);
            assertThat(cut.getHeight()).isEqualTo(width * 1.5);
        }
    }
}
