package io.medianest.server.platform.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.ReaderException;
import io.medianest.server.testing.QrReader;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QrPictureTest {
    @Test
    @DisplayName("a phone that looks at the picture reads the address")
    void readable() throws IOException, ReaderException {
        var url = "https://app.plex.tv/auth#?clientID=0b8c5a8e-1c0e-4f1e-9d6a-6d0f5f0f3a11&code=abcdefghijklmnopqrst"
                + "&context%5Bdevice%5D%5Bproduct%5D=MediaNest%20%C3%A4";

        assertThat(QrReader.read(QrPicture.png(url))).isEqualTo(url);
    }

    @Test
    @DisplayName("what does not fit into a QR code is refused")
    void tooLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> QrPicture.png("x".repeat(5000)));
    }
}
