package io.medianest.server.demo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.medianest.model.media.MediaType;
import io.medianest.server.demo.art.Look;
import io.medianest.server.demo.art.Motif;
import io.medianest.server.demo.art.Painter;
import io.medianest.server.demo.art.Subject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// The pictures of the demo as JPEG, painted when they are first asked for. Thread-safe.
final class Gallery {
    private static final Pattern NAME =
            Pattern.compile("/?([pb])([mt])(\\d+)\\.jpg|/?f(\\d+)\\.jpg|/?v([\\w-]+)\\.jpg");
    private static final long CACHED_BYTES = 24L << 20;
    private static final int LARGEST_SIDE = 2000;
    private static final float QUALITY = 0.9f;

    private final DemoCatalogue catalogue;
    private final Painter painter = new Painter();
    private final Cache<Order, byte[]> cache = Caffeine.newBuilder()
            .maximumWeight(CACHED_BYTES)
            .<Order, byte[]>weigher((order, picture) -> picture.length)
            .build();

    Gallery(DemoCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// Whose picture a TMDB path such as `/pm10331.jpg` names.
    Optional<Subject> find(String path) {
        var name = NAME.matcher(path);
        if (!name.matches()) {
            return Optional.empty();
        }
        if (name.group(4) != null) {
            return catalogue.person(number(name.group(4))).map(person -> new Subject.Portrait(person.name()));
        }
        if (name.group(5) != null) {
            return Optional.of(thumbnail(name.group(5)));
        }
        var type = name.group(2).equals("m") ? MediaType.MOVIE : MediaType.TV;
        boolean poster = name.group(1).equals("p");
        return catalogue
                .find(type, number(name.group(3)))
                .map(title -> poster ? poster(title) : new Subject.Backdrop(title.title(), title.look()));
    }

    static Subject poster(DemoTitle title) {
        return new Subject.Poster(title.title(), title.director(), title.look(), title.genres());
    }

    /// A JPEG; sides beyond the sensible are cut down.
    byte[] picture(Subject subject, int width, int height) {
        var order = new Order(subject, side(width), side(height));
        return cache.get(order, this::develop);
    }

    private byte[] develop(Order order) {
        return jpeg(painter.paint(order.subject(), order.width(), order.height()));
    }

    private static Subject thumbnail(String videoId) {
        int hash = Math.floorMod(videoId.hashCode(), 1 << 20);
        var motifs = List.of(Motif.HILLS, Motif.MOUNTAINS, Motif.SUNRISE, Motif.WAVES, Motif.FOREST, Motif.STARS);
        return new Subject.Backdrop(videoId, new Look(motifs.get(hash % motifs.size()), hash % 360, Look.Tone.VIVID));
    }

    private static byte[] jpeg(BufferedImage image) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture cannot be written", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static int side(int length) {
        return Math.clamp(length, 16, LARGEST_SIDE);
    }

    private static int number(String digits) {
        return digits.length() > 9 ? -1 : Integer.parseInt(digits);
    }

    private record Order(Subject subject, int width, int height) {}
}
