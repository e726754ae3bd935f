package io.medianest.installers;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// The program's sign in the forms that systems want it, all drawn from one SVG.
final class Icons {
    /// Of the pictures in a Linux icon theme.
    static final List<Integer> THEME_SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    private static final List<Integer> WINDOWS_SIZES = List.of(16, 24, 32, 48, 64, 256);
    private static final int ICO_HEAD = 6;
    private static final int ICO_ENTRY = 16;

    private final SVGDocument drawing;

    private Icons(SVGDocument drawing) {
        this.drawing = drawing;
    }

    static Icons of(Path svg) {
        try {
            var drawing = new SVGLoader().load(svg.toUri().toURL());
            if (drawing == null) {
                throw new PackagingException("%s is no SVG".formatted(svg));
            }
            return new Icons(drawing);
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("NullAway") // Drawn without a component on purpose.
    byte[] png(int size) {
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.render((Component) null, pen, new ViewBox(0, 0, size, size));
        pen.dispose();
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// For Windows: a directory of pictures, then the pictures.
    byte[] ico() {
        var pictures = WINDOWS_SIZES.stream().map(this::png).toList();
        int length = ICO_HEAD
                + ICO_ENTRY * pictures.size()
                + pictures.stream().mapToInt(picture -> picture.length).sum();
        var ico = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        ico.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        int place = ICO_HEAD + ICO_ENTRY * pictures.size();
        for (int i = 0; i < pictures.size(); i++) {
            // A byte has no room for 256, which is written as zero.
            byte size = (byte) (int) WINDOWS_SIZES.get(i);
            ico.put(size).put(size).put((byte) 0).put((byte) 0);
            ico.putShort((short) 1).putShort((short) 32);
            ico.putInt(pictures.get(i).length).putInt(place);
            place += pictures.get(i).length;
        }
        pictures.forEach(ico::put);
        return ico.array();
    }

    /// For macOS: pictures, each behind a word that tells its size.
    byte[] icns() {
        var pictures = new LinkedHashMap<String, byte[]>();
        macSizes().forEach((word, size) -> pictures.put(word, png(size)));
        int length = 8
                + pictures.values().stream()
                        .mapToInt(picture -> 8 + picture.length)
                        .sum();
        try (var bytes = new ByteArrayOutputStream();
                var icns = new DataOutputStream(bytes)) {
            icns.write("icns".getBytes(StandardCharsets.US_ASCII));
            icns.writeInt(length);
            for (var picture : pictures.entrySet()) {
                icns.write(picture.getKey().getBytes(StandardCharsets.US_ASCII));
                icns.writeInt(8 + picture.getValue().length);
                icns.write(picture.getValue());
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> macSizes() {
        var sizes = new LinkedHashMap<String, Integer>();
        sizes.put("icp4", 16);
        sizes.put("icp5", 32);
        sizes.put("ic07", 128);
        sizes.put("ic08", 256);
        sizes.put("ic09", 512);
        sizes.put("ic10", 1024);
        sizes.put("ic11", 32);
        sizes.put("ic12", 64);
        sizes.put("ic13", 256);
        sizes.put("ic14", 512);
        return sizes;
    }
}
