package io.medianest.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QrPictureTest {
    @Test
    @DisplayName("a phone that looks at the picture reads the address")
    void readable() throws IOException, ReaderException {
        var url = "https://app.plex.tv/auth#?clientID=0b8c5a8e-1c0e-4f1e-9d6a-6d0f5f0f3a11&code=abcdefghijklmnopqrst"
                + "&context%5Bdevice%5D%5Bproduct%5D=MediaNest%20%C3%A4";

        assertThat(read(QrPicture.png(url))).isEqualTo(url);
    }

    @Test
    @DisplayName("what does not fit into a QR code is refused")
    void tooLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> QrPicture.png("x".repeat(5000)));
    }

    static String read(byte[] png) throws IOException, ReaderException {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        if (image == null) {
            throw NotFoundException.getNotFoundInstance();
        }
        int width = image.getWidth();
        int height = image.getHeight();
        var pixels = image.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }
}
