package io.medianest.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FxToolkit;
import java.util.List;
import javafx.scene.text.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RightToLeftTest {
    private static final String HEBREW = "שם ארוך מאד של סרט בשפה אחרת";

    @Test
    @DisplayName("words from right to left stay on one line, and others break as they are meant to")
    void label() {
        FxToolkit.run(() -> {
            var label = Labels.secondary("A name");
            label.setWrapText(true);
            for (String text : List.of(HEBREW, "Film: " + HEBREW, "مسلسل طويل")) {
                label.setText(text);
                assertThat(label.isWrapText()).as(text).isFalse();
            }
            label.setText("A name again");
            assertThat(label.isWrapText()).isTrue();
        });
    }

    @Test
    @DisplayName("a text of any width can be laid out, whichever way it is written")
    void text() {
        FxToolkit.run(() -> {
            var text = new Text();
            for (int width = 10; width < 300; width += 10) {
                RightToLeft.show(text, HEBREW, width, 12);
                assertThat(text.getLayoutBounds().getHeight()).isPositive();
                RightToLeft.show(text, "A name that is long enough", width, 12);
                assertThat(text.getLayoutBounds().getWidth()).isPositive();
            }
        });
    }
}
