package io.medianest.server.platform.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Draws QR codes as PNG, one bit a pixel. Written out by hand: the JDK's image code brings a whole desktop
/// module along for what is four chunks.
public final class QrPicture {
    private static final int PIXELS = 360;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] NOTHING = {};

    private QrPicture() {}

    /// @param text at most some 2000 characters
    public static byte[] png(String text) {
        var modules = encode(text);
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        writeChunk(png, "IHDR", header(modules));
        writeChunk(png, "IDAT", deflate(pixels(modules)));
        writeChunk(png, "IEND", NOTHING);
        return png.toByteArray();
    }

    private static BitMatrix encode(String text) {
        try {
            var hints = Map.of(
                    EncodeHintType.CHARACTER_SET,
                    StandardCharsets.UTF_8.name(),
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.M);
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, PIXELS, PIXELS, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("the text is too long for a QR code", e);
        }
    }

    /// Width, height, one bit of grey, and the only compression, filter and order that are usual.
    private static byte[] header(BitMatrix modules) {
        return ByteBuffer.allocate(13)
                .putInt(modules.getWidth())
                .putInt(modules.getHeight())
                .put(new byte[] {1, 0, 0, 0, 0})
                .array();
    }

    /// Rows of bits, white set, each behind a filter byte that says “as it is”.
    private static byte[] pixels(BitMatrix modules) {
        int rowBytes = 1 + Math.ceilDiv(modules.getWidth(), Byte.SIZE);
        var pixels = new byte[rowBytes * modules.getHeight()];
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (!modules.get(x, y)) {
                    pixels[y * rowBytes + 1 + x / Byte.SIZE] |= (byte) (0x80 >> x % Byte.SIZE);
                }
            }
        }
        return pixels;
    }

    private static byte[] deflate(byte[] pixels) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(pixels);
            deflater.finish();
            var compressed = new ByteArrayOutputStream();
            var buffer = new byte[4096];
            while (!deflater.finished()) {
                compressed.write(buffer, 0, deflater.deflate(buffer));
            }
            return compressed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void writeChunk(ByteArrayOutputStream png, String type, byte[] content) {
        var named = ByteBuffer.allocate(4 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        var checksum = new CRC32();
        checksum.update(named);
        png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        png.writeBytes(named);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
