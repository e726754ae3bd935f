package io.medianest.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartFormTest {
    private static final String BODY = """
            --b1\r
            Content-Disposition: form-data; name="payload"\r
            Content-Type: application/json\r
            \r
            {"title":"Amélie\r
            --b"}\r
            --b1\r
            Content-Disposition: form-data; name="thumb"; filename="thumb.jpg"\r
            Content-Type: image/jpeg\r
            \r
            \u00ff\u00d8\r
            --b1\r
            content-disposition: form-data; name="empty"\r
            \r
            \r
            --b1--\r
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=b1",
                "multipart/form-data; boundary=\"b1\"",
                "Multipart/Form-Data; charset=utf-8; Boundary=b1"
            })
    @DisplayName("fields are read to their last letter, files passed over")
    void fields(String contentType) {
        var form = MultipartForm.parse(contentType, bytes(BODY));

        assertThat(form.field("payload")).contains("{\"title\":\"Amélie\r\n--b\"}");
        assertThat(form.field("empty")).contains("");
        assertThat(form.field("thumb")).isEmpty();
        assertThat(form.field("other")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"application/json", "multipart/form-data", "multipart/mixed; boundary=b1", ","})
    @DisplayName("what is no form is refused")
    void noForm(String contentType) {
        assertThatThrownBy(() -> MultipartForm.parse(contentType, bytes(BODY)))
                .isInstanceOfSatisfying(
                        MediaNestException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE));
    }

    @Test
    @DisplayName("a form that breaks off is refused, wherever it does")
    void breaksOff() {
        int end = BODY.indexOf("--b1--");
        for (int length = 0; length < end + "--b1--".length(); length++) {
            var part = bytes(BODY.substring(0, length));
            assertThatThrownBy(() -> MultipartForm.parse("multipart/form-data; boundary=b1", part))
                    .isInstanceOfSatisfying(
                            MediaNestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
